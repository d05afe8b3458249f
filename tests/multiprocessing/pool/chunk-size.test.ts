import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkSize, SLICE_MS } from '../../../src/multiprocessing/pool/chunk-size.js';

it('sends one item while nobody knows how long it takes, and one at a time when that is long', () => {
  expect(chunkSize(10_000, 4, undefined)).toBe(1);
  expect(chunkSize(10_000, 4, 50)).toBe(1);
});

it('never takes longer than a slice, nor more than a worker\'s share, unless the share is not worth a message', () => {
  const ms = fc.double({ min: 1e-4, max: 100, noNaN: true });
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 64 }), ms, (waiting, workers, msPerItem) => {
    const size = chunkSize(waiting, workers, msPerItem);
    expect(size).toBeGreaterThanOrEqual(1);
    expect((size - 1) * msPerItem).toBeLessThan(SLICE_MS);
    expect(size <= Math.ceil(waiting / workers) || (size - 1) * msPerItem < 0.5).toBe(true);
  }));
});
