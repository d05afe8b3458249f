import { readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Exercise, ExerciseProgram, Lesson } from '../../course/index.js';
import type { Language } from '../../progress/index.js';
import { Failure, UsageError } from '../exit.js';

/** In which language an exercise is done. */
export type Runtime = 'python' | 'node';

/** Where the programs of learners are kept, unless they say otherwise. */
export const FOLDER = 'mp-tutor-exercises';

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

/** @throws Failure when the file is there and cannot be read */
export async function stateOf({ file, shown, program }: Pick<Assignment, 'file' | 'shown' | 'program'>): Promise<FileState> {
  const [given, text] = await Promise.all([program.program, file].map((each) => readFile(each, 'utf8').catch(codeOf)));
  if (typeof text !== 'string') {
    if (text?.code === 'ENOENT' || text?.code === 'ENOTDIR') {
      return { kind: 'missing' };
    }
    throw new Failure(`${shown} cannot be read: ${text?.code ?? 'unknown'}.`);
  }
  return { kind: text === given ? 'as given' : 'changed', text };
}

function codeOf(error: unknown): { readonly code: string } {
  return { code: error instanceof Error && 'code' in error ? String(error.code) : String(error) };
}
