import type { Bundle } from '../memory/record-ring.js';

const MAX_ITEMS = 64;
/** In characters. Beyond it, sharing a record saves nothing. */
const MAX_LENGTH = 16_384;

/** Items that are put one behind the other without a wait in between. They go together, which costs much less than one by one. */
export class Batch {
  /** Settled when all of them are in the queue, or none can be. */
  readonly settled: Promise<void>;
  resolve: () => void = () => {};
  reject: (reason: unknown) => void = () => {};
  readonly #texts: string[] = [];
  #length = 0;

  constructor() {
    this.settled = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** Whether an item is small enough to share a record. A larger one might be refused, and the others with it. */
  static takes(json: string): boolean {
    return json.length <= MAX_LENGTH;
  }

  get count(): number {
    return this.#texts.length;
  }

  get isFull(): boolean {
    return this.#texts.length === MAX_ITEMS || this.#length > MAX_LENGTH;
  }

  /** @param json an item, encoded */
  add(json: string): void {
    this.#texts.push(json);
    this.#length += json.length;
  }

  bundle(): Bundle {
    const [first = ''] = this.#texts;
    return { payload: this.count === 1 ? first : `[${this.#texts.join(',')}]`, count: this.count };
  }
}
