import { constants } from 'node:fs';
import { copyFile, mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Failure } from '../exit.js';
import { programOf, ROOT } from './files.js';

/**
 * Writes a demo's program into a folder, as JavaScript that runs there and may be changed.
 * @returns the path of the file
 * @throws Failure when there is such a file already, or the folder cannot be written
 */
export async function eject(name: string, folder: string): Promise<string> {
  const directory = resolve(folder);
  const file = join(directory, `${name}.mjs`);
  try {
    await mkdir(directory, { recursive: true });
    await copyFile(programOf(name), file, constants.COPYFILE_EXCL);
    await makeImportable(directory);
  } catch (error) {
    throw new Failure(whyNot(error, file, directory), { cause: error });
  }
  return file;
}

function whyNot(error: unknown, file: string, directory: string): string {
  const { code, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === 'EEXIST' && syscall !== 'mkdir') {
    return `${file} is there already, perhaps with your changes. Name another folder, or remove it.`;
  }
  const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in its place' : (code ?? String(error));
  return `The folder ${directory} cannot be written: ${reason}. Name another folder.`;
}

/** The program imports `mp-tutor/multiprocessing`: unless the folder has that already, it gets a link to this package. */
async function makeImportable(directory: string): Promise<void> {
  try {
    createRequire(join(directory, 'any.mjs')).resolve('mp-tutor/multiprocessing');
  } catch {
    await mkdir(join(directory, 'node_modules'), { recursive: true });
    await symlink(ROOT, join(directory, 'node_modules', 'mp-tutor'), 'dir');
  }
}
