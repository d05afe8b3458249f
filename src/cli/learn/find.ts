import { basename } from 'node:path';
import type { Course, Lesson } from '../../course/index.js';
import { meantBy } from '../../course/ids.js';
import { UsageError } from '../exit.js';
import { brokenLesson } from '../tutor/course.js';

const ID = /^id:\s*["']?([\w-]+)/m;

/**
 * The lesson of this id or, as the list counts them, of this number.
 * @throws Failure when it cannot be shown, UsageError when there is none of that name
 */
export async function findLesson(course: Course, name: string): Promise<Lesson> {
  const lesson = course.lessons.find(({ id }) => id === name) ?? course.lessons[Number(name) - 1];
  if (lesson) {
    return lesson;
  }
  const file = await brokenFile(course, name);
  if (file !== undefined) {
    throw brokenLesson(name, course.problems.filter(({ place }) => place.file === file));
  }
  const ids = course.lessons.map(({ id }) => id);
  const near = meantBy(name, ids);
  const instead = near === undefined ? '`mp-tutor learn --list` shows all.' : `Did you mean ${near}?`;
  throw new UsageError(`there is no lesson "${name}". ${instead}`);
}

/** @throws Failure when none of the lessons can be shown, or there are none */
export function requireLessons({ lessons, problems, folder }: Course): void {
  if (lessons.length === 0) {
    throw brokenLesson(`course in ${folder}`, problems.filter(({ breaks }) => breaks));
  }
}

/** The file of a lesson that cannot be shown: by the id that it says it has, or by its name. */
async function brokenFile({ problems }: Course, name: string): Promise<string | undefined> {
  const files = new Set(problems.filter(({ breaks }) => breaks).map(({ place }) => place.file));
  for (const file of files) {
    // Loads the parsers, which a list of lessons does without.
    const { diskFiles } = await import('../../course/files.js');
    const read = diskFiles().read(file);
    const text = 'text' in read ? read.text : '';
    const stem = basename(file, '.md');
    if ([stem, stem.replace(/^\d+[-_. ]*/, ''), ID.exec(text)?.[1]].includes(name)) {
      return file;
    }
  }
  return undefined;
}
