import { resolve } from 'node:path';
import { diskFiles, type Files } from './files.js';
import type { Known } from './known.js';
import type { Lesson } from './lesson.js';
import { parse, type Parsed } from './parse.js';
import { inOrder, type Problem } from './problem.js';

/** A lesson and what is wrong with it. There is no lesson if a problem breaks it. */
export interface ReadLesson {
  readonly lesson: Lesson | undefined;
  /** In the order of lines. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the text of a lesson. Whether its ids are unique and the lessons before it exist, only its course knows.
 * @param file - where the text is or will be; links and programs are looked for from there
 */
export function parseLesson(text: string, file: string, known: Known, files: Files = diskFiles()): ReadLesson {
  const { lesson, problems } = parse(text, file, known, files);
  return { lesson, problems: inOrder(problems) };
}

/** Reads a lesson from its file. Never rejects: a file that cannot be read is a problem. */
export async function readLesson(file: string, known: Known): Promise<ReadLesson & { readonly text: string }> {
  const files = diskFiles();
  const { lesson, problems } = parseFile(file, known, files);
  const read = files.read(resolve(file));
  return { lesson, problems: inOrder(problems), text: 'text' in read ? read.text : '' };
}

/** As `parse`, of a file. */
export function parseFile(path: string, known: Known, files: Files): Parsed {
  const file = resolve(path);
  const read = files.read(file);
  if ('text' in read) {
    return parse(read.text, file, known, files);
  }
  const { spot, wrong, mend } = read;
  const problem: Problem = { place: { file, ...spot }, wrong, mend, breaks: true };
  return { lesson: undefined, front: undefined, questions: [], problems: [problem] };
}
