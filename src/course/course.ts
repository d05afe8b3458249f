import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { checkAcross, type LessonFile } from './across.js';
import { checkMisconceptions } from './check-misconceptions.js';
import { type CourseFile, readCourseFile } from './course-file.js';
import { CourseError } from './errors.js';
import { diskFiles } from './files.js';
import { START } from './findings.js';
import type { Known } from './known.js';
import type { Course, Lesson } from './lesson.js';
import { parseFile } from './lesson-file.js';
import { isLessonName } from './lesson-names.js';
import { misconceptionsIn } from './misconceptions.js';
import { compareNames, inOrder, type Problem } from './problem.js';

/**
 * Reads all lessons of a folder. Broken lessons are not among those of the course, but their problems are.
 * @param note - is told each path on which the course depends, before it is looked at
 * @throws CourseError when the folder cannot be read
 */
export async function readCourse(path: string, known: Known, note?: (path: string) => void): Promise<Course> {
  const folder = resolve(path);
  const names = await lessonNames(folder);
  const files = diskFiles(note);
  const read = names.map((name): LessonFile => {
    const file = join(folder, name);
    return { file, ...parseFile(file, known, files) };
  });
  const courseFile = readCourseFile(folder, files);
  const across = checkAcross(read, courseFile, folder);
  const lessons = shown(read, across);
  return {
    id: courseFile.id ?? await realpath(folder),
    title: courseFile.title ?? basename(folder),
    folder,
    lessons,
    paths: pathsOf(courseFile, lessons),
    topics: [...new Set([...(courseFile.topics ?? []), ...lessons.map(({ topic }) => topic)])],
    misconceptions: misconceptionsIn(folder, files) ?? new Map(),
    problems: inOrder([
      ...read.flatMap(({ problems }) => problems),
      ...courseFile.problems,
      ...checkMisconceptions(folder, files),
      ...across,
      ...(names.length === 0 ? [noLessons(folder)] : []),
    ]),
  };
}

async function lessonNames(folder: string): Promise<string[]> {
  try {
    if ((await stat(folder)).isFile()) {
      throw new CourseError(`${folder} is a file, not the folder of a course. Name its folder.`);
    }
    const names = await readdir(folder);
    return names.filter(isLessonName).toSorted(compareNames);
  } catch (error) {
    throw error instanceof CourseError ? error : new CourseError(describe(folder, error), { cause: error });
  }
}

function describe(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return `There is no folder ${folder}. Name the folder in which the lessons are.`;
  }
  return `The folder ${folder} cannot be read (${String(code ?? error)}). Look at its permissions.`;
}

/** The lessons that nothing breaks. */
function shown(read: readonly LessonFile[], across: readonly Problem[]): Lesson[] {
  const broken = new Set(across.filter(({ breaks }) => breaks).map(({ place }) => place.file));
  const lessons = read.flatMap(({ lesson, file }) => (lesson && !broken.has(file) ? [lesson] : []));
  const claims = new Set(lessons.flatMap((lesson) => lesson.claims.map(({ id }) => id)));
  return lessons.map((lesson) => ({
    ...lesson,
    // A claim that cannot be proved, or whose lesson cannot be shown, shows nothing.
    questions: lesson.questions.map((each) => ({ ...each, claims: each.claims.filter((id) => claims.has(id)) })),
  }));
}

function pathsOf({ paths }: CourseFile, lessons: readonly Lesson[]): Course['paths'] {
  const ids = new Set(lessons.map(({ id }) => id));
  return paths.map((path) => ({
    id: path.id, title: path.title, lessons: path.lessons.map(({ value }) => value).filter((id) => ids.has(id)),
  }));
}

function noLessons(folder: string): Problem {
  return {
    place: { file: folder, ...START },
    wrong: 'there is no lesson in this folder',
    mend: '`mp-tutor new lesson ID` writes one to begin with',
    breaks: true,
  };
}
