import { nameOf } from '../names.js';
import type { FunctionReference } from '../start/function-reference.js';

/** Items that go to a worker together. */
export interface Chunk {
  /** The place of the first among the job's items, from 0. */
  readonly index: number;
  readonly items: readonly unknown[];
  /** How many workers have died with it. */
  readonly deaths: number;
}

/** One call of `map`, `imap` or `apply`: where its items come from and where the results go. */
export abstract class Job {
  readonly name = nameOf('job');
  readonly target: FunctionReference;
  /** How many items the caller wants in a chunk; otherwise as many as take a few milliseconds. */
  readonly chunkSize: number | undefined;
  /** Milliseconds that an item takes, as last measured; undefined before the first answer. */
  msPerItem: number | undefined;
  #returned: Chunk[] = [];
  #ignoreSignal: () => void = () => {};

  constructor(target: FunctionReference, chunkSize?: number) {
    this.target = target;
    this.chunkSize = chunkSize;
  }

  /** How many items wait for a worker, those included that came back. */
  get waiting(): number {
    return this.#returned.reduce((sum, chunk) => sum + chunk.items.length, this.fresh);
  }

  /** The next items for a worker, at most `count`; those first that came back, the suspects of a death one by one. */
  take(count: number): Chunk {
    const returned = this.#returned.shift();
    if (!returned) {
      return { ...this.takeFresh(count), deaths: 0 };
    }
    const size = returned.deaths > 0 ? 1 : count;
    const rest = { ...returned, index: returned.index + size, items: returned.items.slice(size) };
    this.giveBack(rest);
    return { ...returned, items: returned.items.slice(0, size) };
  }

  giveBack(chunk: Chunk): void {
    if (chunk.items.length > 0 && !this.isSettled) {
      this.#returned.unshift(chunk);
    }
  }

  /** Cancels the job when the signal says so, and then calls `onAbort`. */
  heed(signal: AbortSignal | undefined, onAbort: () => void): void {
    if (signal?.aborted) {
      this.cancel(signal.reason);
      return;
    }
    const abort = (): void => {
      this.cancel(signal?.reason);
      onAbort();
    };
    signal?.addEventListener('abort', abort);
    this.#ignoreSignal = () => signal?.removeEventListener('abort', abort);
  }

  /** One item of a chunk fails, before a worker has got it; the others wait again. */
  failOne(chunk: Chunk, offset: number, error: unknown): void {
    this.giveBack({ ...chunk, index: chunk.index + offset + 1, items: chunk.items.slice(offset + 1) });
    this.giveBack({ ...chunk, items: chunk.items.slice(0, offset) });
    this.fail(chunk.index + offset, error);
  }

  /** To be called when the job is settled: drops what waits, and lets go of the signal. */
  end(): void {
    this.#returned = [];
    this.#ignoreSignal();
  }

  /** Takes no further items, for this reason; does those that it has. */
  stop(_reason: unknown): void {}

  /** Nobody waits for results any more: all are there, or the caller has been told of an error. */
  abstract readonly isSettled: boolean;
  /** How many items wait that were never with a worker. */
  protected abstract readonly fresh: number;
  protected abstract takeFresh(count: number): Pick<Chunk, 'index' | 'items'>;
  /** Results of items from `index` on. */
  abstract deliver(index: number, results: readonly unknown[]): void;
  /** The item at `index` has no result but this error. */
  abstract fail(index: number, error: unknown): void;
  /** There will be no more results, for this reason. */
  abstract cancel(reason: unknown): void;
}
