import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { type Contents, isLessonName } from '../../course/index.js';
import { makeFolders } from '../../progress/index.js';
import type { Io } from '../io.js';
import { ROOT } from '../root.js';
import { stampOf, Stamps } from './stamps.js';

/**
 * The contents of a course, and of what they hold as long as it stays the same. Each list is one text, a line each, which
 * is parsed, and compared, as one.
 */
interface Kept {
  /** Of the lessons. */
  readonly names: string;
  readonly paths: string;
  readonly stamps: string;
  readonly contents: Contents;
}

/** Another build may see other things in the same lessons. */
const BUILD = `${ROOT}dist/complete`;
/** As many courses as are kept at most. */
const MOST_COURSES = 20;

/**
 * The contents of the course in a folder: those that were kept when they were made last, or else made now, and kept if
 * there is a place for it. To read two thousand lessons takes many seconds, to see that none has changed 20 ms.
 * @param make - notes each path on which they depend, before it is looked at
 */
export async function keptContents(
  folder: string,
  env: Io['env'],
  make: (note: (path: string) => void) => Promise<Contents>,
): Promise<Contents> {
  const file = placeFor(folder, env);
  const kept = file === undefined ? undefined : attempt(() => JSON.parse(readFileSync(file, 'utf8')) as Kept);
  if (file !== undefined && kept && attempt(() => isStillTrue(kept, folder))) {
    // The one that was used longest ago is removed first.
    attempt(() => utimesSync(file, new Date(), new Date()));
    return kept.contents;
  }
  const names = attempt(() => lessonNames(folder));
  const stamps = new Stamps();
  stamps.note(BUILD);
  const contents = await make((path) => stamps.note(path));
  if (file !== undefined && names !== undefined && stamps.areCertain()) {
    attempt(() => keep(file, { names, paths: stamps.paths().join('\n'), stamps: stamps.all().join('\n'), contents }));
  }
  return contents;
}

function isStillTrue({ names, paths, stamps }: Kept, folder: string): boolean {
  return lessonNames(folder) === names && paths.split('\n').map(stampOf).join('\n') === stamps;
}

function lessonNames(folder: string): string {
  return readdirSync(folder).filter(isLessonName).toSorted().join('\n');
}

/** One file for each way to a course, since its problems name files as the way leads to them; undefined without a home. */
function placeFor(folder: string, { XDG_CACHE_HOME: wanted }: Io['env']): string | undefined {
  return attempt(() => {
    const cache = wanted?.startsWith('/') ? wanted : join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
    const name = createHash('sha256').update(`${folder}\n${realpathSync(folder)}`).digest('hex');
    return isAbsolute(cache) ? join(cache, 'mp-tutor', 'contents', `${name}.json`) : undefined;
  });
}

/** Whole or not at all: another tutor may read it meanwhile. */
function keep(file: string, kept: Kept): void {
  const folder = dirname(file);
  makeFolders(folder, 0o700);
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(kept), { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  removeOldest(folder);
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => join(folder, name)).map((path) => ({ path, at: statSync(path).mtimeMs }));
  files.toSorted((a, b) => b.at - a.at).slice(MOST_COURSES).forEach(({ path }) => rmSync(path, { force: true }));
}

/** Whatever goes wrong with what is kept: it can be made again. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
