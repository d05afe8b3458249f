import { readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Exercise, ExerciseProgram, Lesson } from '../../course/index.js';
import { readBounded } from '../../course/read-bounded.js';
import type { Language } from '../../progress/index.js';
import { Failure, UsageError } from '../exit.js';
import { FOLDER } from './folder.js';

/** In which language an exercise is done. */
export type Runtime = 'python' | 'node';

/** A larger file is not the program of an exercise. */
const MOST_BYTES = 1e6;

/** An exercise that a learner does, in one language, in one file. */
export interface Assignment {
  readonly lesson: Lesson;
  readonly exercise: Exercise;
  readonly runtime: Runtime;
  readonly program: ExerciseProgram;
  /** Of the learner: an absolute path. */
  readonly file: string;
  /** The same as a learner would write it. */
  readonly shown: string;
}

/** Where the learner's program is in relation to the one that was given. */
export type FileState =
  | { readonly kind: 'missing' }
  /** Not changed yet. */
  | { readonly kind: 'as given'; readonly text: string }
  | { readonly kind: 'changed'; readonly text: string };

/** What the learner asks for, and what else decides in which language it is done. */
export interface Wanted {
  readonly runtime: Runtime | undefined;
  readonly folder: string | undefined;
  readonly lang: Language;
  /** Whose code stands first where both are shown. */
  readonly first: 'python' | 'js';
}

/** @throws UsageError when the exercise is not there in that language */
export async function assignmentOf(lesson: Lesson, exercise: Exercise, wanted: Wanted): Promise<Assignment> {
  const folder = resolve(wanted.folder ?? FOLDER);
  const offered = (['python', 'node'] as const).filter((each) => exercise.programs[each] !== undefined);
  const runtime = wanted.runtime ?? (await usual(lesson, offered, folder, wanted));
  const program = runtime === undefined ? undefined : exercise.programs[runtime];
  if (runtime === undefined || !program) {
    throw new UsageError(`the exercise of ${lesson.id} is there only in ${offered.map(nameOf).join(' and ')}: --runtime ${offered[0] ?? ''}`);
  }
  const file = join(folder, fileName(lesson, runtime));
  return { lesson, exercise, runtime, program, file, shown: shownPath(file) };
}

export function nameOf(runtime: Runtime): string {
  return runtime === 'python' ? 'Python' : 'JavaScript';
}

/** The only language that there is; that of the only file that is there; that of the learner. */
async function usual({ id }: Lesson, offered: readonly Runtime[], folder: string, { lang, first }: Wanted): Promise<Runtime | undefined> {
  const theirs = (lang === 'both' ? first : lang) === 'js' ? 'node' : 'python';
  const there = await Promise.all(offered.map((each) => isThere(join(folder, fileName({ id }, each)))));
  const begun = offered.filter((_, index) => there[index]);
  const [only] = offered.length === 1 ? offered : begun.length === 1 ? begun : [];
  return only ?? offered.find((each) => each === theirs) ?? offered[0];
}

/** Never the name of a module of Python: `queue.py` would be imported in place of Python's own. */
function fileName({ id }: Pick<Lesson, 'id'>, runtime: Runtime): string {
  return runtime === 'python' ? `${id.replaceAll('-', '_')}_exercise.py` : `${id}-exercise.mjs`;
}

/** A path as somebody in the working folder would write it. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}

/** @throws Failure when the file is there and cannot be read, or is no program */
export async function stateOf({ file, shown, program }: Pick<Assignment, 'file' | 'shown' | 'program'>): Promise<FileState> {
  const given = await readFile(program.program, 'utf8');
  const read = readOwn(file, shown);
  if (read === undefined) {
    return { kind: 'missing' };
  }
  if (typeof read === 'string') {
    const what = read === 'larger' ? `it has more than ${MOST_BYTES / 1e6} MB` : 'it is no file, but a folder or a pipe';
    throw new Failure(`${shown} cannot be read: ${what}. Move it away, or name another folder with --folder.`);
  }
  const text = read.toString('utf8');
  return { kind: text === given ? 'as given' : 'changed', text };
}

/** @returns undefined when there is no such file */
function readOwn(file: string, shown: string): ReturnType<typeof readBounded> | undefined {
  try {
    return readBounded(file, MOST_BYTES);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return undefined;
    }
    throw new Failure(`${shown} cannot be read: ${code}. Move it away, or name another folder with --folder.`, { cause: error });
  }
}
