import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { type Course, describeProblem, type Problem } from '../../course/index.js';
import { readLesson } from '../../course/read.js';
import { clean, toJson, write } from '../../terminal/index.js';
import { EXIT, UsageError } from '../exit.js';
import { counted } from '../figures.js';
import type { Io } from '../io.js';
import { known } from '../known.js';
import { openCourse } from '../tutor/course.js';
import { ownLessons } from './place.js';
import { countsOf, describeCounts } from './report.js';

/** What was read, and all that is wrong with it. */
interface Checked {
  /** As people know it. */
  readonly name: string;
  readonly content: Pick<Course, 'lessons' | 'topics'>;
  readonly problems: readonly Problem[];
}

/** `check`. @returns the exit code: 1 if there are problems; UsageError if there is nothing of that name */
export async function check(path: string | undefined, { json }: { readonly json?: boolean }, io: Io): Promise<number> {
  const { name, content, problems } = path === undefined ? await readDefault() : await read(path);
  const counts = countsOf(content);
  if (json) {
    const list = problems.map(({ place, wrong, mend, breaks }) => ({ ...place, wrong, mend, breaks }));
    await write(io.stdout, `${toJson({ checked: name, ...counts, problems: list })}\n`);
  } else if (problems.length === 0) {
    await write(io.stdout, `${clean(name)}: nothing is wrong. ${describeCounts(counts)}.\n`);
  } else {
    const lines = problems.map((problem) => clean(describeProblem(problem, process.cwd())));
    await write(io.stdout, `${lines.join('\n')}\n`);
    // Not on the standard output, which holds one problem a line.
    await write(io.stderr, `${clean(name)}: ${counted(problems.length, 'problem')}.\n`);
  }
  return problems.length === 0 ? EXIT.well : EXIT.failed;
}

async function readDefault(): Promise<Checked> {
  const own = await ownLessons(process.cwd());
  return own === undefined ? { ...(await readFolder()), name: 'the built-in course' } : readFolder(own);
}

async function read(path: string): Promise<Checked> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) {
    throw new UsageError(`there is no folder or file ${path}. Name the folder of a course, or the file of a lesson.`);
  }
  return stats.isDirectory() ? readFolder(path) : readFile(path);
}

async function readFolder(folder?: string): Promise<Checked> {
  const { course } = await openCourse(folder);
  return { name: relative(process.cwd(), course.folder) || 'this folder', content: course, problems: course.problems };
}

async function readFile(path: string): Promise<Checked> {
  const { lesson, problems } = await readLesson(path, known);
  return { name: path, content: { lessons: lesson ? [lesson] : [], topics: lesson ? [lesson.topic] : [] }, problems };
}
