import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs';
import { codeOf } from '../errors.js';

/** A file below `/proc`; empty when it is gone or not for us. */
export function text(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The entries of a folder below `/proc` that are numbers, ascending: processes, threads or descriptors. None when it is
 * gone; undefined when it is not for us.
 */
export function numbers(path: string): number[] | undefined {
  try {
    return readdirSync(`/proc/${path}`).map(Number).filter(Number.isInteger).toSorted((a, b) => a - b);
  } catch (error) {
    return isGone(error) ? [] : undefined;
  }
}

/** The shared or other memory of a process, by its `maps`. Empty when it is gone; undefined when it is not for us. */
export function maps(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8');
  } catch (error) {
    return isGone(error) ? '' : undefined;
  }
}

function isGone(error: unknown): boolean {
  return ['ENOENT', 'ESRCH'].includes(codeOf(error));
}

/** What a link below `/proc` leads to; empty when it is gone or not for us. */
export function link(path: string): string {
  try {
    return readlinkSync(`/proc/${path}`);
  } catch {
    return '';
  }
}

/** A piece of the memory of a process; undefined when it cannot be read. */
export function memory(pid: number, address: bigint, bytes: number): Buffer | undefined {
  try {
    const fd = openSync(`/proc/${pid}/mem`, 'r');
    try {
      const read = Buffer.alloc(bytes);
      return readSync(fd, read, 0, bytes, address) === bytes ? read : undefined;
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}
