import { constants } from 'node:buffer';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { SharedMemoryError } from '../errors.js';
import { libc } from './libc.js';

const ZEROS = Buffer.alloc(1 << 20);

/** Unmaps memory when the last array on it has been collected: no sooner, since touching it then would be a crash. */
const unmapper = new FinalizationRegistry<() => void>((release) => release());

/**
 * Memory without a name that several processes map: it cannot be left behind, whoever is killed. Children get it by its
 * descriptor.
 */
export class SharedMemory {
  readonly fd: number;
  readonly buffer: ArrayBuffer;

  private constructor(fd: number, buffer: ArrayBuffer, unmap: () => void) {
    this.fd = fd;
    this.buffer = buffer;
    unmapper.register(buffer, () => {
      unmap();
      closeSync(fd);
    });
  }

  /**
   * Makes memory of this size, filled with zeros.
   * @param reserved how many of its bytes are backed at once; the rest costs nothing until `reserve`
   * @throws SharedMemoryError when the machine has not got that much
   */
  static create(bytes: number, reserved = bytes): SharedMemory {
    // Newer Nodes would let an array be longer than any memory, which would then be filled with zeros to its end.
    const most = Math.min(constants.MAX_LENGTH, totalmem());
    if (reserved > most || bytes > constants.MAX_LENGTH) {
      throw new SharedMemoryError(`Shared memory of ${bytes} bytes is too large: here it can have ${most} at most.`);
    }
    const fd = libc().memoryFile?.() ?? unlinkedFile();
    try {
      ftruncateSync(fd, bytes);
    } catch (error) {
      closeSync(fd);
      throw new SharedMemoryError(`There is no room for ${bytes} bytes of shared memory.`, { cause: error });
    }
    const memory = SharedMemory.attach(fd, bytes);
    memory.reserve(0, reserved);
    return memory;
  }

  /** Maps a file, such as a child is given, and closes it when the memory is no longer used. */
  static attach(fd: number, bytes: number): SharedMemory {
    try {
      const { buffer, unmap } = libc().map(fd, bytes);
      return new SharedMemory(fd, buffer, unmap);
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  /**
   * Backs the bytes between two offsets, which must not be in use yet. Without it, the first touch of a page that a
   * full disk or tmpfs cannot back ends the process by SIGBUS.
   * @throws SharedMemoryError when there is no room
   */
  reserve(from: number, to: number): void {
    try {
      for (let at = from; at < to; ) {
        at += writeSync(this.fd, ZEROS, 0, Math.min(ZEROS.length, to - at), at);
      }
    } catch (error) {
      throw new SharedMemoryError(`There is no room for ${to - from} more bytes of shared memory.`, { cause: error });
    }
  }
}

/** For an OS that has no memory files: a temporary file that loses its name at once. */
function unlinkedFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-'));
  try {
    return openSync(join(folder, 'memory'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
