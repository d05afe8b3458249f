import type { FunctionReference } from '../start/function-reference.js';
import { Job, type Chunk } from './job.js';

/** All items at once, all results at once, in the order of the items; the first error ends it. */
export class ArrayJob extends Job {
  readonly results: Promise<unknown[]>;
  /** An item, until its result takes its place. */
  readonly #values: unknown[];
  #next = 0;
  #missing: number;
  #resolve: (results: unknown[]) => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  /** @param items which become the job's own */
  constructor(target: FunctionReference, items: unknown[], chunkSize?: number) {
    super(target, chunkSize);
    this.#values = items;
    this.#missing = items.length;
    this.results = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (items.length === 0) {
      this.#resolve([]);
    }
  }

  get isSettled(): boolean {
    return this.#missing === 0;
  }

  protected get fresh(): number {
    return this.isSettled ? 0 : this.#values.length - this.#next;
  }

  protected takeFresh(count: number): Pick<Chunk, 'index' | 'items'> {
    const index = this.#next;
    this.#next = Math.min(index + count, this.#values.length);
    return { index, items: this.#values.slice(index, this.#next) };
  }

  deliver(index: number, results: readonly unknown[]): void {
    if (this.isSettled) {
      return;
    }
    for (let offset = 0; offset < results.length; offset++) {
      this.#values[index + offset] = results[offset];
    }
    this.#missing -= results.length;
    if (this.isSettled) {
      this.#resolve(this.#values);
    }
  }

  fail(_index: number, error: unknown): void {
    this.cancel(error);
  }

  cancel(reason: unknown): void {
    this.#missing = 0;
    this.end();
    this.#reject(reason);
  }
}
