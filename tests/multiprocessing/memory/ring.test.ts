import fc from 'fast-check';
import { expect, it } from 'vitest';
import { place, type Placed, type RingLimits } from '../../../src/multiprocessing/memory/ring.js';

/** What is still read of the record that was taken last. */
const HEAD = 24;

/** What the writer and the readers of a ring know, without their memory. */
class Model {
  readonly limits: RingLimits;
  taken: Placed;
  waiting: Placed[] = [];
  readonly faults: string[] = [];

  constructor(limits: RingLimits) {
    this.limits = limits;
    this.taken = { offset: limits.start, end: limits.start + HEAD, lap: 0, high: 0 };
  }

  get last(): Placed {
    return this.waiting.at(-1) ?? this.taken;
  }

  /** @returns whether there was room */
  put(bytes: number): boolean {
    const placed = place(this.taken, this.last, bytes, this.limits);
    if (!placed) {
      return false;
    }
    const { start, end } = this.limits;
    if (placed.end - placed.offset !== bytes || placed.offset % 8 !== 0 || placed.offset < start || placed.end > end) {
      this.faults.push(`${bytes} bytes at ${placed.offset}…${placed.end} are out of place`);
    }
    const kept = [...this.waiting, { offset: this.taken.offset, end: this.taken.offset + HEAD }];
    for (const { offset } of kept.filter((other) => placed.offset < other.end && other.offset < placed.end)) {
      this.faults.push(`${bytes} bytes at ${placed.offset} overwrite the record at ${offset}`);
    }
    this.waiting.push(placed);
    return true;
  }

  take(): void {
    this.taken = this.waiting.shift() ?? this.taken;
  }
}

const eights = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.ceil(least / 8), max: Math.floor(most / 8) }).map((count) => count * 8);

const limits: fc.Arbitrary<RingLimits> = fc.record({
  start: eights(0, 64),
  soft: eights(128, 512),
  end: eights(512, 2048),
  head: fc.constant(HEAD),
});

/** Small records, large ones, and takings of one or of all, in any order. */
const step = fc.oneof(
  { weight: 6, arbitrary: eights(HEAD, 128).map((bytes) => ({ put: bytes })) },
  { weight: 2, arbitrary: eights(HEAD, 1024).map((bytes) => ({ put: bytes })) },
  { weight: 5, arbitrary: fc.constant({ take: 1 }) },
  { weight: 1, arbitrary: fc.constant({ take: Infinity }) },
);

it('puts no record over one that waits, nor over the head of the one taken last, nor outside of the ring', () => {
  fc.assert(fc.property(limits, fc.array(step, { minLength: 10, maxLength: 200 }), (within, steps) => {
    const model = new Model(within);
    for (const each of steps) {
      if ('put' in each) {
        model.put(each.put);
      } else {
        for (let rest = Math.min(each.take, model.waiting.length); rest > 0; rest--) {
          model.take();
        }
      }
    }
    expect(model.faults).toEqual([]);
  }), { numRuns: 1000 });
});

it('has room, whenever it is empty, for anything that fits into half of it', () => {
  fc.assert(fc.property(limits, fc.array(step, { maxLength: 60 }), (within, steps) => {
    const half = (within.end - within.start - HEAD) / 2;
    const model = new Model(within);
    const refused: number[] = [];
    for (const each of steps) {
      if ('take' in each) {
        model.take();
      } else if (each.put <= half && !model.put(each.put)) {
        while (model.waiting.length > 0) {
          model.take();
        }
        refused.push(...(model.put(each.put) ? [] : [each.put]));
      }
    }
    expect(refused).toEqual([]);
  }), { numRuns: 1000 });
});

it('keeps to the soft limit while the readers keep up, and returns to it after a backlog', () => {
  const model = new Model({ start: 512, soft: 4096, end: 1 << 20, head: HEAD });
  const highest = (): number => Math.max(...model.waiting.map(({ end }) => end));
  for (let record = 0; record < 1000; record++) {
    model.put(104);
    expect(highest()).toBeLessThanOrEqual(4096);
    model.take();
  }
  for (let record = 0; record < 1000; record++) {
    expect(model.put(104)).toBe(true);
  }
  expect(highest()).toBeGreaterThan(100_000);
  for (let record = 0; record < 1000; record++) {
    model.take();
  }
  for (let record = 0; record < 100; record++) {
    model.put(104);
    model.take();
  }
  expect(model.last.end).toBeLessThanOrEqual(4096);
});
