export { isMain } from './is-main.js';
export { mark, span } from './marks.js';
export { Process, type ProcessOptions } from './process.js';
export { Pool } from './pool.js';
export type { MapOptions, PoolOptions, Task } from './pool/options.js';
export { Queue } from './queue.js';
export { Pipe, type PipeEnd } from './pipe.js';
export { Lock, type Acquisition } from './lock.js';
export { SharedArray } from './shared-array.js';
export type { WaitOptions } from './time-limit.js';
export {
  BrokenPipeError,
  EOFError,
  PoolClosedError,
  QueueClosedError,
  SharedMemoryError,
  StartError,
  TimeoutError,
  TransferError,
  WorkerDiedError,
} from './errors.js';
