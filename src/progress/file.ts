import { closeSync, constants, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { makeFolders } from './folders.js';

const { O_APPEND, O_CREAT, O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;

/** Undefined if there is no such file. @throws an Error when it cannot be read */
export function readText(file: string): string | undefined {
  let fd: number;
  try {
    // Should a named pipe lie there, nobody is waited for.
    fd = openSync(file, O_RDONLY | O_NONBLOCK);
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
  try {
    if (!fstatSync(fd).isFile()) {
      throw new Error('not a regular file');
    }
    return readFileSync(fd, 'utf8');
  } finally {
    closeSync(fd);
  }
}

/**
 * Appends by a single write, so that what others append at the same time stays whole. Makes the file and its folder
 * where they are missing, for nobody but their owner.
 * @throws an Error when not all of the text could be written
 */
export function appendText(file: string, text: string): void {
  if (!isAbsolute(file)) {
    throw new Error('its path is not absolute, as happens where HOME is not set');
  }
  const fd = openToAppend(file);
  try {
    const bytes = Buffer.from(text);
    if (writeSync(fd, bytes) < bytes.length) {
      throw new Error('no space is left for all of it');
    }
  } finally {
    closeSync(fd);
  }
}

function openToAppend(file: string): number {
  const open = (): number => openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o600);
  try {
    return open();
  } catch (error) {
    if (!isMissing(error)) {
      throw error;
    }
    makeFolders(dirname(file), 0o700);
    return open();
  }
}

/** Why a system call failed, in words, such as `permission denied`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const errno = 'errno' in error ? Number(error.errno) : 0;
  return getSystemErrorMap().get(errno)?.[1] ?? error.message;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
