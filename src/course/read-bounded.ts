import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** What is read at a time. */
const CHUNK_BYTES = 65_536;

/**
 * The bytes of a regular file. Its size is not believed: a file such as `/proc/self/pagemap` says 0 and goes on for ever.
 * @returns `larger` when there are more than `most`, `other` for what is no regular file
 * @throws the error of the system when it cannot be opened or read
 */
export function readBounded(path: string, most: number): Buffer | 'larger' | 'other' {
  // To open a named pipe could wait for ever.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(descriptor).isFile()) {
      return 'other';
    }
    const chunks: Buffer[] = [];
    for (let size = 0; size <= most;) {
      const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, most + 1 - size));
      const count = readSync(descriptor, chunk);
      if (count === 0) {
        return Buffer.concat(chunks);
      }
      chunks.push(chunk.subarray(0, count));
      size += count;
    }
    return 'larger';
  } finally {
    closeSync(descriptor);
  }
}
