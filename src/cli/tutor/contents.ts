import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Contents, contentsOf, filesIn, isUntouched, reviveContents } from '../../course/index.js';
import type { Io } from '../io.js';
import { ROOT } from '../root.js';
import { isBuiltIn, journalId, type OpenCourse, OURS, readFolder } from './course.js';

const COMPILED = `${ROOT}dist/contents.json`;

/**
 * Opens the contents of the course in a folder, or of the built-in one. Lessons are not read again as long as nothing has
 * changed on which the contents depend.
 * @throws Failure when the folder cannot be read
 */
export async function openContents(folder: string = OURS, { env }: Pick<Io, 'env'>): Promise<OpenCourse<Contents>> {
  const path = resolve(folder);
  if (await isBuiltIn(path)) {
    return { course: await ours(path, env), isOurs: true, isFile: false };
  }
  const { keptContents } = await import('./kept-contents.js');
  const contents = await keptContents(path, env, async (note) => contentsOf(await readFolder(path, note)));
  return { course: { ...contents, id: await journalId(contents, path) }, isOurs: false, isFile: false };
}

/** As the build has compiled them, unless a lesson was changed afterwards. Who installs us gets files of another age. */
async function ours(folder: string, env: Io['env']): Promise<Contents> {
  const text = await readFile(COMPILED, 'utf8').catch(() => undefined);
  const compiled = text === undefined ? undefined : reviveContents(text, folder);
  if (compiled && isUntouched(folder, compiled.readAt)) {
    return compiled.contents;
  }
  const [{ keptContents }, { digestOf }] = await Promise.all([import('./kept-contents.js'), import('../../course/digest.js')]);
  return keptContents(folder, env, async (note) => {
    filesIn(folder).forEach(note);
    return compiled?.digest === digestOf(folder) ? compiled.contents : contentsOf(await readFolder(folder, note));
  });
}
