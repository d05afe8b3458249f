import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Course, CourseError, describeProblem, type Problem, readCourse, readLesson } from '../../course/index.js';
import { ROOT } from '../demo/files.js';
import { Failure } from '../exit.js';
import { known } from '../known.js';

/** The folder of the built-in course. */
const OURS = `${ROOT}lessons`;

/** A course, and whether it is the one that comes with mp-tutor, whose programs may run without being asked for. */
export interface OpenCourse {
  readonly course: Course;
  readonly isOurs: boolean;
  /** It is a single file, not a folder. */
  readonly isFile: boolean;
}

/** Reads the course in a folder, or the built-in one. @throws Failure when the folder cannot be read */
export async function openCourse(folder: string = OURS): Promise<OpenCourse> {
  const course = await orFailure(readCourse(resolve(folder), known));
  return { course, isOurs: await isBuiltIn(course.folder), isFile: false };
}

/**
 * Reads somebody's own lesson as a course that has no other.
 * @throws Failure when the file holds no lesson that can be shown
 */
export async function openLessonFile(file: string): Promise<OpenCourse> {
  const path = resolve(file);
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

async function isBuiltIn(folder: string): Promise<boolean> {
  return (await realpath(folder)) === (await realpath(OURS).catch(() => OURS));
}

async function orFailure<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof CourseError ? new Failure(error.message, { cause: error }) : error;
  }
}
