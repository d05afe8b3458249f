// Where in shared memory the PIDs of those stand who hold the short locks of a queue, or a lock: only to aim at them.
import { existsSync, openSync } from 'node:fs';
import { SharedArray } from 'mp-tutor/multiprocessing';

const LENGTH = 1024;
const WRITE_LOCK = 0;
const READ_LOCK = 16;
/** The method by which a handle is passed on to a child; its name is the library's own. */
const [handOver] = Object.getOwnPropertySymbols(SharedArray.prototype);

/** None where /proc does not give the memory a second time: then nobody aims. */
export function lockWords(handle) {
  const { descriptors: [fd] } = handle[handOver]();
  const path = `/proc/self/fd/${fd}`;
  if (!existsSync(path)) {
    return [];
  }
  const { array } = SharedArray.attach({ name: 'words', detail: { type: 'Int32Array', length: LENGTH } }, [openSync(path, 'r+')]);
  return [array.subarray(WRITE_LOCK), array.subarray(READ_LOCK)];
}
