import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Course, CourseError, describeProblem, type Problem, reviveCourse } from '../../course/index.js';
import { Failure } from '../exit.js';
import { ROOT } from '../root.js';

/** The folder of the built-in course. */
export const OURS = `${ROOT}lessons`;
const COMPILED = `${ROOT}dist/course.json`;

/** A course, and whether it is the one that comes with mp-tutor, whose programs may run without being asked for. */
export interface OpenCourse<Opened = Course> {
  readonly course: Opened;
  readonly isOurs: boolean;
  /** It is a single file, not a folder. */
  readonly isFile: boolean;
}

/** Reads the course in a folder, or the built-in one. @throws Failure when the folder cannot be read */
export async function openCourse(folder: string = OURS): Promise<OpenCourse> {
  const path = resolve(folder);
  const isOurs = await isBuiltIn(path);
  const course = (isOurs ? await compiled(path) : undefined) ?? (await readFolder(path));
  return { course: isOurs ? course : { ...course, id: await journalId(course, path) }, isOurs, isFile: false };
}

/**
 * What the progress in somebody's course is kept by: anybody may write any id into a course.yaml, so that alone would give
 * one course a hand in the progress of another. A course that is moved begins anew.
 */
export async function journalId({ id }: Pick<Course, 'id'>, folder: string): Promise<string> {
  const place = await realpath(folder);
  return id === place ? place : `${id}@${place}`;
}

/** The built-in course as the build has compiled it; undefined when a lesson was changed afterwards. */
async function compiled(folder: string): Promise<Course | undefined> {
  const text = await readFile(COMPILED, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const { digestOf } = await import('../../course/digest.js');
  return reviveCourse(text, folder, digestOf(folder));
}

/** @param note - as of `readCourse` @throws Failure when the folder cannot be read */
export async function readFolder(folder: string, note?: (path: string) => void): Promise<Course> {
  const [{ readCourse }, { known }] = await Promise.all([import('../../course/read.js'), import('../known.js')]);
  try {
    return await readCourse(folder, known, note);
  } catch (error) {
    throw error instanceof CourseError ? new Failure(error.message, { cause: error }) : error;
  }
}

/**
 * Reads somebody's own lesson as a course that has no other.
 * @throws Failure when the file holds no lesson that can be shown
 */
export async function openLessonFile(file: string): Promise<OpenCourse> {
  const path = resolve(file);
  const [{ readLesson }, { known }] = await Promise.all([import('../../course/read.js'), import('../known.js')]);
  const { lesson, problems } = await readLesson(path, known);
  if (!lesson) {
    throw brokenLesson(file, problems);
  }
  const course: Course = {
    id: await realpath(path),
    title: basename(path),
    folder: dirname(path),
    lessons: [lesson],
    paths: [],
    topics: [lesson.topic],
    misconceptions: new Map(),
    problems,
  };
  return { course, isOurs: await isBuiltIn(course.folder), isFile: true };
}

/** Says all that is wrong with a lesson that cannot be shown. */
export function brokenLesson(name: string, problems: readonly Problem[]): Failure {
  const list = problems.map((problem) => `  ${describeProblem(problem, process.cwd())}`).join('\n');
  return new Failure(`the lesson ${name} cannot be shown:\n${list}`);
}

/** Whether this is the folder of the course that comes with mp-tutor. */
export async function isBuiltIn(folder: string): Promise<boolean> {
  const [path, ours] = await Promise.all([folder, OURS].map((each) => realpath(each).catch(() => undefined)));
  return path !== undefined && path === ours;
}
