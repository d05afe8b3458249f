import { constants } from 'node:fs';
import { copyFile, rename, stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { makeFolders } from '../../progress/index.js';
import { makeImportable } from '../demo/eject.js';
import { Failure } from '../exit.js';
import { type Assignment, shownPath, stateOf } from './assignment.js';

/**
 * Writes the program of an exercise as the lesson gives it. What the learner has made of it is kept beside it.
 * @returns where that is now; undefined if there was nothing to keep
 * @throws Failure when it cannot be written
 */
export async function writeProgram(assignment: Assignment): Promise<string | undefined> {
  const { file, shown, runtime, program } = assignment;
  const { kind } = await stateOf(assignment);
  try {
    makeFolders(dirname(file));
    if (runtime === 'node') {
      await makeImportable(dirname(file));
    }
    const kept = kind === 'changed' ? await freeName(file) : undefined;
    if (kept !== undefined) {
      await rename(file, kept);
    }
    if (kind !== 'as given') {
      await copyFile(program.program, file, constants.COPYFILE_EXCL);
    }
    return kept === undefined ? undefined : shownPath(kept);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Failure(`${shown} cannot be written: ${reasonOf(code)}. Name another folder with --folder.`, { cause: error });
  }
}

function reasonOf(code: string): string {
  return code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in its place' : code === 'EACCES' || code === 'EPERM' ? 'permission denied' : code;
}

/** As in `queue_exercise.1.py`, with the first number that is free. */
async function freeName(file: string): Promise<string> {
  const ending = extname(file);
  for (let number = 1; ; number += 1) {
    const name = `${file.slice(0, -ending.length)}.${number}${ending}`;
    const isTaken = await stat(name).then(() => true, () => false);
    if (!isTaken) {
      return name;
    }
  }
}
