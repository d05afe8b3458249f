import { constants } from 'node:fs';
import { copyFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolders } from '../../progress/index.js';
import type { Runtime } from '../../demos/catalogue/index.js';
import { Failure } from '../exit.js';
import { ROOT } from '../root.js';
import { programOf } from './files.js';

/**
 * Writes a demo's program into a folder, as JavaScript or Python that runs there and may be changed.
 * @returns the path of the file
 * @throws Failure when there is such a file already, or the folder cannot be written
 */
export async function eject(name: string, runtime: Runtime, folder: string): Promise<string> {
  const directory = resolve(folder);
  const program = programOf(name, runtime);
  const file = join(directory, runtime === 'python' ? basename(program) : `${name}.mjs`);
  try {
    makeFolders(directory);
    await (runtime === 'python' ? undefined : makeImportable(directory));
  } catch (error) {
    const code = codeOf(error);
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in its place' : code;
    throw new Failure(`The folder ${directory} cannot be written: ${reason}. Name another folder.`, { cause: error });
  }
  try {
    await copyFile(program, file, constants.COPYFILE_EXCL);
  } catch (error) {
    const message =
      codeOf(error) === 'EEXIST'
        ? `${file} is there already, perhaps with your changes. Name another folder, or remove it.`
        : `${file} cannot be written: ${codeOf(error)}. Name another folder.`;
    throw new Failure(message, { cause: error });
  }
  return file;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}

/** The program imports `mp-tutor/multiprocessing`: unless the folder has that already, it gets a link to this package. */
export async function makeImportable(directory: string): Promise<void> {
  try {
    createRequire(join(directory, 'any.mjs')).resolve('mp-tutor/multiprocessing');
  } catch {
    const link = join(directory, 'node_modules', 'mp-tutor');
    makeFolders(dirname(link));
    // An earlier link may lead to a package that has been removed since.
    await rm(link, { force: true });
    await symlink(ROOT, link, 'dir');
  }
}
