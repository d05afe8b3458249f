import { constants, existsSync } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Failure, UsageError } from '../../exit.js';

/** How many results of one day get a name of their own. */
const MOST_NAMES = 1000;

/**
 * Whether a result could be written there, asked before the exam rather than after it.
 * @throws UsageError when the file is there already, Failure when its folder cannot be written to
 */
export async function checkPlace(out: string | undefined): Promise<void> {
  if (out !== undefined && existsSync(out)) {
    throw new UsageError(`${out} is there already, and no result is overwritten. Name another file.`);
  }
  const folder = dirname(resolve(out ?? 'exam.md'));
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new Failure(`no file can be written to ${folder}, where the result would go. --out FILE names another place.`, { cause: error });
  }
}

/**
 * Writes the result to the file that was named, or to one named by the day; if there is one by that name, to the next that
 * is free. Nothing is overwritten.
 * @returns the path; throws the error of the system when it cannot be written
 */
export async function writeResult(markdown: string, out: string | undefined, day: Date): Promise<string> {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
  const stem = out?.replace(/\.md$/, '') ?? join('.', `mp-tutor-exam-${date}`);
  for (let number = 1; number <= MOST_NAMES; number++) {
    const file = number === 1 && out !== undefined ? out : `${stem}${number === 1 ? '' : `-${number}`}.md`;
    if (await writeNew(file, markdown)) {
      return file;
    }
  }
  throw new Error(`there are ${MOST_NAMES} results of that name`);
}

/** @returns false when there is such a file */
async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}
