import { stat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import type { Course, Problem } from '../../course/index.js';
import { readLesson } from '../../course/read.js';
import { UsageError } from '../exit.js';
import { known } from '../known.js';
import { isBuiltIn, openCourse } from '../tutor/course.js';
import { ownLessons } from './place.js';

/** What was read, and all that is wrong with it. */
export interface Checked {
  /** As people know it. */
  readonly name: string;
  readonly content: Pick<Course, 'lessons' | 'topics'>;
  readonly problems: readonly Problem[];
  /** It comes with mp-tutor. */
  readonly isOurs: boolean;
  /** It is a lesson alone, whose questions other lessons may prove. */
  readonly isLesson: boolean;
}

/** Reads a course or a lesson; without a path, what is here, or else the built-in course. @throws UsageError if there is nothing of that name */
export async function readChecked(path: string | undefined): Promise<Checked> {
  if (path === undefined) {
    const own = await ownLessons(process.cwd());
    return own === undefined ? { ...(await readFolder()), name: 'the built-in course' } : readFolder(own);
  }
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) {
    throw new UsageError(`there is no folder or file ${path}. Name the folder of a course, or the file of a lesson.`);
  }
  return stats.isDirectory() ? readFolder(path) : readFile(path);
}

async function readFolder(folder?: string): Promise<Checked> {
  const { course, isOurs } = await openCourse(folder);
  return { name: relative(process.cwd(), course.folder) || 'this folder', content: course, problems: course.problems, isOurs, isLesson: false };
}

async function readFile(path: string): Promise<Checked> {
  const { lesson, problems } = await readLesson(path, known);
  const content = { lessons: lesson ? [lesson] : [], topics: lesson ? [lesson.topic] : [] };
  return { name: path, content, problems, isOurs: await isBuiltIn(dirname(path)), isLesson: true };
}
