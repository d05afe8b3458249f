import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '../../src/quiz/index.js';

const numbers = (seed: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 50 }, () => random());
};

it('gives numbers from 0 to below 1, the same for the same seed', () => {
  fc.assert(fc.property(fc.integer(), (seed) => {
    expect(numbers(seed)).toEqual(numbers(seed));
    expect(numbers(seed).every((each) => each >= 0 && each < 1)).toBe(true);
  }));
});

it('begins differently for seeds that lie close together', () => {
  const firsts = Array.from({ length: 100 }, (_, seed) => Math.floor(seededRandom(seed)() * 10));
  expect(new Set(firsts).size).toBe(10);
});
