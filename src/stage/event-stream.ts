import { Readable } from 'node:stream';
import type { TraceEvent } from '../trace/event.js';

/** More events are left out while so many wait to be read: a program may write for ever, and perhaps nobody reads. */
export const MAX_UNREAD = 200_000;

/** Events for one reader, who may come late or never. */
export class EventStream extends Readable {
  readonly #pid: number;
  #isComplete = true;

  /** `pid` is that of the program. */
  constructor(pid: number) {
    super({ objectMode: true, read() {} });
    this.#pid = pid;
  }

  /** Has no effect once the reader has gone. The first event that is left out is replaced by a line of output. */
  add(event: TraceEvent): void {
    if (this.destroyed) {
      return;
    }
    if (this.readableLength < MAX_UNREAD) {
      this.push(event);
    } else if (this.#isComplete) {
      this.#isComplete = false;
      const text = `(more than ${MAX_UNREAD} events wait to be read: some are left out)`;
      const [pid, ts] = [this.#pid, event.ts];
      this.push({ ph: 'i', cat: 'output', name: 'stderr', pid, tid: pid, ts, args: { text } } satisfies TraceEvent);
    }
  }

  finish(): void {
    this.push(null);
  }
}
