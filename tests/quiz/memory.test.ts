import { Rating } from 'ts-fsrs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryOf, ratingOf, retrievability } from '../../src/quiz/memory.js';
import { history, question } from './questions.js';

const DAY = 24 * 60 * 60 * 1000;
const one = question('q');
const { choices: _choices, ordered: _ordered, ...rest } = one;
const explain = { ...rest, kind: 'explain' as const, model: [] };

const after = (...answers: Parameters<typeof history>[0][string][number][]) => {
  const memory = memoryOf(one, history({ q: answers }));
  if (memory === undefined) {
    throw new Error('never asked');
  }
  return memory;
};

describe('an answer', () => {
  const given = (right: number, guessed = false) => ({ right, guessed });

  it('is again when missed, good when right', () => {
    expect([ratingOf(one, given(0)), ratingOf(one, given(1))]).toEqual([Rating.Again, Rating.Good]);
  });

  it('that was guessed, or is one of two words, is hard at most', () => {
    const trueFalse = question('tf', { kind: 'true-false' });
    expect([ratingOf(one, given(1, true)), ratingOf(trueFalse, given(1)), ratingOf(trueFalse, given(1, true))])
      .toEqual([Rating.Hard, Rating.Hard, Rating.Hard]);
    expect(ratingOf(trueFalse, given(0))).toBe(Rating.Again);
  });

  it('that the learner graded counts by its share, and is never easy', () => {
    expect([0, 0.5, 1].map((right) => ratingOf(explain, given(right)))).toEqual([Rating.Again, Rating.Hard, Rating.Good]);
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (right, guessed) => {
      expect(ratingOf(explain, { right, guessed })).toBeLessThan(Rating.Easy);
    }));
  });
});

describe('a question', () => {
  it('that was never answered has no memory', () => {
    expect(memoryOf(one, history({}))).toBeUndefined();
  });

  it('comes back after a day when missed, after longer when right, after longer still when right again later', () => {
    const first = after({ at: 1 });
    expect(after({ at: 1, right: 0 }).due).toBe(1 + DAY);
    expect(first.due).toBeGreaterThan(1 + DAY);
    const second = after({ at: 1 }, { at: first.due });
    expect(second.due - second.at).toBeGreaterThan(first.due - first.at);
    expect(after({ at: 1 }, { at: first.due }, { at: second.due, right: 0 }).due).toBeLessThan(second.due + (second.due - second.at));
  });

  it('is not learnt faster by being answered again and again within minutes', () => {
    const [first, last] = [after({ at: 1 }), after(...Array.from({ length: 9 }, (_, index) => ({ at: index * 60_000 })))];
    expect(last.stability).toBeLessThan(first.stability * 1.1);
    expect(after({ at: 1, right: 0 }, { at: 60_000 }).due).toBe(60_000 + DAY);
  });

  it('comes back when one in ten would have forgotten it, to the day and without chance', () => {
    const answers = [0, 3, 12, 45, 150].map((day) => ({ at: day * DAY }));
    const intervals = answers.map((_, index) => {
      const { stability, due, at } = after(...answers.slice(0, index + 1));
      expect((due - at) / DAY).toBe(Math.max(1, Math.round(stability)));
      return (due - at) / DAY;
    });
    expect(intervals.at(-1)).toBeGreaterThan(100);
    const last = after(...answers);
    expect(retrievability(last, last.due)).toBeCloseTo(0.9, 2);
  });

  it('comes back sooner after a guess', () => {
    expect(after({ at: 1, guessed: true }).due).toBeLessThan(after({ at: 1 }).due);
  });

  it('is likely known right after the answer, and less each day', () => {
    const memory = after({ at: 0 });
    expect(retrievability(memory, 0)).toBe(1);
    const chances = [1, 3, 30].map((days) => retrievability(memory, days * DAY));
    expect(chances.toSorted((a, b) => b - a)).toEqual(chances);
    expect(new Set(chances).size).toBe(3);
  });

  it('gives the same days whenever it is replayed, and bears a clock that was set back', () => {
    const answers = fc.array(fc.record({
      at: fc.integer({ min: 0, max: 4e12 }), right: fc.constantFrom(0, 0.5, 1), guessed: fc.boolean(),
    }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(answers, (list) => {
      const memory = after(...list);
      expect(after(...list)).toEqual(memory);
      expect(memory.due).toBeGreaterThanOrEqual(memory.at + DAY);
      expect(Number.isFinite(memory.stability)).toBe(true);
    }));
  });
});
