import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkSize, SLICE_MS } from '../../../src/multiprocessing/pool/chunk-size.js';

it('sends little while nobody knows how long an item takes, and one at a time when that is long', () => {
  expect(chunkSize(10, 4, 4, undefined)).toBe(1);
  expect(chunkSize(10_000, 4, 4, undefined)).toBe(19);
  expect(chunkSize(10_000, 4, 4, 50)).toBe(1);
});

it('gives equal parts to all that have room when items are cheap', () => {
  const room = [4, 3, 2, 1];
  let waiting = 10_000;
  const sizes = room.map((left) => {
    const size = chunkSize(waiting, 2, left, 1e-4);
    waiting -= size;
    return size;
  });
  expect(sizes).toEqual([2500, 2500, 2500, 2500]);
});

it('never takes longer than a slice, nor more than a worker\'s share, unless the share is not worth a message', () => {
  const ms = fc.double({ min: 1e-4, max: 100, noNaN: true });
  const [waiting, workers, room] = [fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 128 })];
  fc.assert(fc.property(waiting, workers, room, ms, (waiting, workers, room, msPerItem) => {
    const size = chunkSize(waiting, workers, room, msPerItem);
    expect(size).toBeGreaterThanOrEqual(1);
    expect((size - 1) * msPerItem).toBeLessThan(SLICE_MS);
    expect(size <= Math.ceil(waiting / workers) || (size - 1) * msPerItem < 0.5).toBe(true);
  }));
});
