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
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new Failure(
      code === 'EEXIST'
        ? `${file} is there already, perhaps with your changes. Name another folder, or remove it.`
        : `Cannot write ${file}: ${error instanceof Error ? error.message : String(error)}. Name a folder that you can write.`,
      { cause: error },
    );
  }
  return file;
}

/** The program imports `mp-tutor/multiprocessing`: unless the folder has that already, it gets a link to this package. */
async function makeImportable(directory: string): Promise<void> {
  try {
    createRequire(join(directory, 'any.mjs')).resolve('mp-tutor/package.json');
  } catch {
    await mkdir(join(directory, 'node_modules'), { recursive: true });
    await symlink(ROOT, join(directory, 'node_modules', 'mp-tutor'), 'dir');
  }
}
