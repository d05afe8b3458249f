import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { CourseError, describeProblem, newLesson } from '../../course/index.js';
import { capabilities, clean, wrap, write } from '../../terminal/index.js';
import { next } from '../../views/index.js';
import { isFolder } from '../check/place.js';
import { EXIT, Failure, UsageError } from '../exit.js';
import { commandPrefix, type Io } from '../io.js';
import { openCourse } from '../tutor/course.js';

const LESSONS = 'lessons';

/** `new lesson ID`. @returns the exit code; UsageError for what is no id, Failure if there is such a lesson already */
export async function newLessonFile(id: string, { lessons }: { readonly lessons?: string }, io: Io): Promise<number> {
  const text = textOf(id);
  const folder = lessons ?? ((await isFolder(LESSONS)) ? LESSONS : '.');
  await makeFolder(folder);
  const file = join(folder, `${id}.md`);
  const other = (await openCourse(folder)).course.lessons.find((lesson) => lesson.id === id)?.file;
  if (other !== undefined) {
    const where = relative(process.cwd(), other);
    throw new Failure(`there is a lesson "${id}" already, in ${where}. Nothing was changed; take another id.`);
  }
  await writeNew(file, text);
  await write(io.stdout, `${(await whatNext(file, folder, io)).join('\n')}\n`);
  return EXIT.well;
}

function textOf(id: string): string {
  try {
    return newLesson(id);
  } catch (error) {
    throw error instanceof CourseError ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
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

/** What the course around it wants of the lesson is not known to the lesson itself, such as one of its topics. */
async function whatNext(file: string, folder: string, io: Io): Promise<string[]> {
  const can = capabilities(io.stdout, io.env);
  const prefix = commandPrefix(io);
  const { course } = await openCourse(folder);
  const own = course.problems.filter(({ place }) => relative(place.file, file) === '');
  const problems = own.map((problem) => clean(describeProblem(problem, process.cwd())));
  return [
    ...wrap(`Wrote ${clean(file)}. It shows all that a lesson may have; replace it by your own.`, can.columns - 1, ' '),
    ...(problems.length === 0 ? [] : [' This course wants more of it:', ...problems]),
    '',
    ...next([
      { command: `${prefix}mp-tutor learn ${clean(file)} --watch`, why: 'see it while you write' },
      { command: `${prefix}mp-tutor check ${clean(folder)}`, why: 'find what is wrong' },
    ], can),
  ];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
