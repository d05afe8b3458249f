import type { Taken } from '../memory/record-ring.js';
import { decode } from '../values/codec.js';

/** The record of several items from which this process takes: decoded once, for all of them that are taken here. */
export class OpenedRecord {
  #record: number | undefined;
  #items: unknown[] = [];

  /** The record whose payload need not be read again. */
  get known(): number | undefined {
    return this.#record;
  }

  itemOf({ record, count, index, payload }: Taken): unknown {
    if (payload !== undefined && count === 1) {
      return decode(payload);
    }
    if (payload !== undefined) {
      this.#items = decode(payload) as unknown[];
      this.#record = record;
    }
    const item = this.#items[index];
    // It is the caller's now, and must not be kept alive from here.
    this.#items[index] = undefined;
    return item;
  }
}
