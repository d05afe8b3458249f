import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Not by Node's own `recursive`, which does not end below `/proc`
 * (Node 20): there a folder is missing, and cannot be made, though the one above it is there.
 * @throws the error of the system when it cannot be made, or something else is in its place
 */
export async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' && (await isFolder(path))) {
      return;
    }
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path || (await isFolder(above))) {
      throw error;
    }
    await makeFolders(above);
    await mkdir(path);
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}
