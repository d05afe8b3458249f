import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs';

/** A file below `/proc`; empty when it is gone or not for us. */
export function text(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}

/** The entries of a folder below `/proc` that are numbers, ascending: processes, threads or descriptors. */
export function numbers(path: string): number[] {
  try {
    return readdirSync(`/proc/${path}`).map(Number).filter(Number.isInteger).toSorted((a, b) => a - b);
  } catch {
    return [];
  }
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
