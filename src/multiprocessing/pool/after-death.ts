import { preview, tracer } from '../../trace/writer.js';
import { WorkerDiedError } from '../errors.js';
import type { Exit } from '../start/children.js';
import type { Chunk, Job } from './job.js';
import type { Assignment, WorkerHandle } from './worker-handle.js';

/** Lets the tasks that a dead worker had be done again, or fail when workers have died with them more than `retries` times. */
export function retryOrFail(lost: readonly Assignment[], retries: number, { pid, isReady }: WorkerHandle, exit: Exit): void {
  // In reverse, since each goes to the front.
  for (const [position, { job, chunk }] of [...lost.entries()].toReversed()) {
    if (job.isSettled) {
      continue;
    }
    // The first was being done, unless the worker was still importing its module; those behind it were not begun.
    const wasBegun = isReady && position === 0;
    const deaths = chunk.deaths + (wasBegun ? 1 : 0);
    if (deaths <= retries || !wasBegun) {
      tracer?.instant('pool', 'retry', { job: job.name, index: chunk.index, count: chunk.items.length, died: pid });
      job.giveBack({ ...chunk, deaths });
    } else {
      fail(job, { ...chunk, deaths }, pid, exit);
    }
  }
}

function fail(job: Job, { index: first, items, deaths }: Chunk, pid: number, { code, signal }: Exit): void {
  for (const [offset, item] of items.entries()) {
    const index = first + offset;
    const task = `task ${index} of ${job.target.name} (item ${preview(item)})`;
    job.fail(index, new WorkerDiedError({ task, times: deaths, pid, code, signal }));
  }
}
