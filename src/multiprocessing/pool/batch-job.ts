import { Job, type Chunk } from './job.js';

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Calls of one function that were made in the same tick: they travel together, and each has a result of its own. */
export class BatchJob extends Job {
  readonly #items: unknown[] = [];
  readonly #calls: Call[] = [];
  #next = 0;
  #settled = 0;

  add(item: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#items.push(item);
      this.#calls.push({ resolve, reject });
    });
  }

  get isSettled(): boolean {
    return this.#settled === this.#calls.length;
  }

  protected get fresh(): number {
    return this.#calls.length - this.#next;
  }

  protected takeFresh(count: number): Pick<Chunk, 'index' | 'items'> {
    const index = this.#next;
    this.#next = Math.min(index + count, this.#calls.length);
    return { index, items: this.#items.slice(index, this.#next) };
  }

  deliver(index: number, results: readonly unknown[]): void {
    this.#settled += results.length;
    results.forEach((result, offset) => this.#calls[index + offset]?.resolve(result));
  }

  fail(index: number, error: unknown): void {
    this.#settled++;
    this.#calls[index]?.reject(error);
  }

  cancel(reason: unknown): void {
    this.#settled = this.#next = this.#calls.length;
    this.end();
    for (const { reject } of this.#calls) {
      reject(reason);
    }
  }
}
