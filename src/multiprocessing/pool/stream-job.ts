import type { FunctionReference } from '../start/function-reference.js';
import { isThenable } from '../values/thenable.js';
import { iteratorOf } from './items.js';
import { Job, type Chunk } from './job.js';

/** How many items may be taken from the source before their results are asked for: memory stays flat. */
const AHEAD = 2048;

type Outcome = { readonly result: unknown } | { readonly error: unknown };

interface Taker {
  readonly resolve: (next: IteratorResult<unknown, undefined>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Items as they are needed, results as they are asked for. An item's error is thrown where its result would have come,
 * and whoever goes on asking gets the results behind it, as with Python's `imap`.
 */
export class StreamJob extends Job implements AsyncIterableIterator<unknown, undefined> {
  readonly #source: Iterator<unknown> | AsyncIterator<unknown>;
  readonly #isOrdered: boolean;
  readonly #onChange: () => void;
  readonly #pulled: unknown[] = [];
  /** By their place modulo AHEAD: no two that wait have the same. (A Map that lives long costs a third of the speed.) */
  readonly #outcomes: (Outcome | undefined)[] = [];
  readonly #takers: Taker[] = [];
  #sent = 0;
  #settled = 0;
  #given = 0;
  #isPulling = false;
  #isExhausted = false;
  #failure: { readonly reason: unknown } | undefined;

  /** @param onChange called when items wait that did not before, or none will come any more */
  constructor(
    target: FunctionReference,
    items: Iterable<unknown> | AsyncIterable<unknown>,
    options: { readonly ordered: boolean; readonly chunkSize?: number | undefined; readonly onChange: () => void },
  ) {
    super(target, options.chunkSize);
    this.#source = iteratorOf(items);
    this.#isOrdered = options.ordered;
    this.#onChange = options.onChange;
    void this.#pull();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<unknown, undefined>> {
    return new Promise((resolve, reject) => {
      this.#takers.push({ resolve, reject });
      this.#give();
      void this.#pull();
    });
  }

  async return(): Promise<IteratorResult<unknown, undefined>> {
    const left = this.#leaveSource();
    this.cancel(undefined);
    this.#onChange();
    await left;
    return { done: true, value: undefined };
  }

  get isSettled(): boolean {
    return this.#isExhausted && this.#settled === this.#sent + this.#pulled.length;
  }

  protected get fresh(): number {
    return this.#pulled.length;
  }

  protected takeFresh(count: number): Pick<Chunk, 'index' | 'items'> {
    const index = this.#sent;
    const items = this.#pulled.splice(0, count);
    this.#sent += items.length;
    return { index, items };
  }

  deliver(index: number, results: readonly unknown[]): void {
    results.forEach((result, offset) => this.#settle(index + offset, { result }));
  }

  fail(index: number, error: unknown): void {
    this.#settle(index, { error });
  }

  cancel(reason: unknown): void {
    this.#leaveSource().catch(() => {});
    this.#failure ??= reason === undefined ? undefined : { reason };
    this.#pulled.length = 0;
    this.#settled = this.#given = this.#sent;
    this.#outcomes.length = 0;
    this.end();
    this.#give();
  }

  override stop(reason: unknown): void {
    if (!this.#isExhausted) {
      this.#leaveSource().catch(() => {});
      this.#failure = { reason };
      this.#give();
    }
  }

  /** Takes nothing more from the source, and tells it so. Rejects with what it throws at that. */
  async #leaveSource(): Promise<void> {
    if (this.#isExhausted) {
      return;
    }
    this.#isExhausted = true;
    const left = Promise.resolve(this.#source.return?.());
    if (this.#isPulling) {
      // A generator answers only after the item for which it still waits, which may never come.
      left.catch(() => {});
    } else {
      await left;
    }
  }

  async #pull(): Promise<void> {
    if (this.#isPulling || this.#isExhausted) {
      return;
    }
    this.#isPulling = true;
    try {
      while (!this.#isExhausted && this.#sent + this.#pulled.length - this.#given < AHEAD) {
        const next = this.#source.next();
        const { done, value } = isThenable(next) ? await next : next;
        if (done) {
          this.#isExhausted = true;
        } else if (!this.#isExhausted) {
          this.#pulled.push(value);
          this.#onChange();
        }
      }
    } catch (error) {
      this.#isExhausted = true;
      this.#failure = { reason: error };
    }
    this.#isPulling = false;
    if (this.#isExhausted) {
      this.#give();
      this.#onChange();
    }
  }

  #settle(index: number, outcome: Outcome): void {
    // A cancelled job may still get answers.
    if (!this.isSettled) {
      this.#outcomes[(this.#isOrdered ? index : this.#settled) % AHEAD] = outcome;
      this.#settled++;
      this.#give();
      if (this.#takers.length > 0) {
        void this.#pull();
      }
    }
  }

  #give(): void {
    for (let taker = this.#takers[0]; taker; taker = this.#takers[0]) {
      const outcome = this.#outcomes[this.#given % AHEAD];
      if (outcome) {
        this.#outcomes[this.#given++ % AHEAD] = undefined;
        if ('error' in outcome) {
          taker.reject(outcome.error);
        } else {
          taker.resolve({ done: false, value: outcome.result });
        }
      } else if (this.isSettled && this.#failure) {
        taker.reject(this.#failure.reason);
        this.#failure = undefined;
      } else if (this.isSettled) {
        taker.resolve({ done: true, value: undefined });
      } else {
        return;
      }
      this.#takers.shift();
    }
  }
}
