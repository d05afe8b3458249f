import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { makeFolders } from '../../progress/index.js';
import { type Course, CourseError, newLesson } from '../../course/index.js';
import { capabilities, clean, wrap, write } from '../../terminal/index.js';
import { next } from '../../views/index.js';
import { isFolder } from '../check/place.js';
import { EXIT, Failure, UsageError } from '../exit.js';
import { commandPrefix, type Io } from '../io.js';
import { shellWord } from '../shell-word.js';
import { openCourse } from '../tutor/course.js';

const LESSONS = 'lessons';

/** `new lesson ID`. @returns the exit code; UsageError for what is no id, Failure if there is such a lesson already */
export async function newLessonFile(id: string, { lessons }: { readonly lessons?: string }, io: Io): Promise<number> {
  const folder = lessons ?? ((await isFolder(LESSONS)) ? LESSONS : '.');
  const course = (await isFolder(folder)) ? (await openCourse(folder)).course : undefined;
  const text = textOf(id, course);
  const file = join(folder, `${id}.md`);
  const other = course?.lessons.find((lesson) => lesson.id === id)?.file;
  if (other !== undefined) {
    const where = relative(process.cwd(), other);
    throw new Failure(`there is a lesson "${id}" already, in ${where}. Nothing was changed; take another id.`);
  }
  await makeFolder(folder);
  await writeNew(file, text);
  await write(io.stdout, `${whatNext(file, folder, io).join('\n')}\n`);
  return EXIT.well;
}

function textOf(id: string, course: Course | undefined): string {
  try {
    return newLesson(id, course);
  } catch (error) {
    throw error instanceof CourseError ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    makeFolders(folder);
  } catch (error) {
    throw new Failure(`the folder ${folder} cannot be made: ${reasonOf(error)}.`, { cause: error });
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST'
      ? new Failure(`${file} is there already. Nothing was changed; take another id.`)
      : new Failure(`${file} cannot be written: ${reasonOf(error)}.`, { cause: error });
  }
}

function whatNext(file: string, folder: string, io: Io): string[] {
  const can = capabilities(io.stdout, io.env);
  const prefix = commandPrefix(io);
  return [
    ...wrap(`Wrote ${clean(file)}. It shows all that a lesson may have; replace it by your own.`, can.columns - 1, ' '),
    '',
    ...next([
      { command: `${prefix}mp-tutor learn ${shellWord(file)} --watch`, why: 'see it while you write' },
      { command: `${prefix}mp-tutor check ${shellWord(folder)}`, why: 'find what is wrong' },
      { command: `${prefix}mp-tutor check ${shellWord(folder)} --prove --trust`, why: 'prove what it claims, by programs that you trust' },
    ], can),
  ];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
