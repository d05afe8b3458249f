import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Not by Node's own `recursive`, which does not end below `/proc`
 * (Node 20): there a folder is missing, and cannot be made, though the one above it is there.
 * @throws the error of the system when it cannot be made, or something else is in its place
 */
export function makeFolders(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, mode);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' && isFolder(path)) {
      return;
    }
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path || isFolder(above)) {
      throw error;
    }
    makeFolders(above, mode);
    mkdirSync(path, mode);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
