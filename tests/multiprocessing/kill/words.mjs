// Where in shared memory the PIDs of those stand who hold the short locks of a queue, or a lock: only to aim at them.
import { existsSync, openSync } from 'node:fs';
import { handOver } from '../../../dist/multiprocessing/start/handle.js';
import { SharedMemory } from '../../../dist/multiprocessing/memory/shared-memory.js';

const BYTES = 4096;
const WRITE_LOCK = 0;
const READ_LOCK = 16;

/** None where /proc does not give the memory a second time: then nobody aims. */
export function lockWords(handle) {
  const { descriptors: [fd] } = handle[handOver]();
  const path = `/proc/self/fd/${fd}`;
  if (!existsSync(path)) {
    return [];
  }
  const words = new Int32Array(SharedMemory.attach(openSync(path, 'r+'), BYTES).buffer);
  return [words.subarray(WRITE_LOCK), words.subarray(READ_LOCK)];
}
