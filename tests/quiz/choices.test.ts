import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/course/lesson.js';
import { arrange, grade, seededRandom } from '../../src/quiz/index.js';
import { choice, question } from './questions.js';

describe('arrange', () => {
  const choices = [choice(true), choice(false), choice(false), choice(false)];

  it('keeps every choice', () => {
    fc.assert(fc.property(fc.integer(), fc.nat({ max: 9 }), (seed, count) => {
      const some = Array.from({ length: count }, () => choice(false));
      const arranged = arrange(question('q', { choices: some }), seededRandom(seed));
      expect(arranged.length).toBe(count);
      expect(new Set(arranged)).toEqual(new Set(some));
    }));
  });

  it('puts each choice at each place about as often, for seeds as people type them', () => {
    const seeds = 4000;
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= seeds; seed += 1) {
      arrange(question('q', { choices }), seededRandom(seed)).forEach((each, index) => {
        const key = `${choices.indexOf(each)} at ${index}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      });
    }
    expect(counts.size).toBe(16);
    // Five standard deviations of a binomial distribution with n = 4000, p = 1/4.
    expect([...counts.values()].filter((count) => Math.abs(count - seeds / 4) > 137)).toEqual([]);
  });

  it('leaves ordered choices alone', () => {
    const ordered = question('q', { choices, ordered: true });
    for (let seed = 0; seed < 20; seed += 1) {
      expect(arrange(ordered, seededRandom(seed))).toEqual(choices);
    }
  });

  it('leaves the question as it was', () => {
    const asked = question('q', { choices: [...choices] });
    arrange(asked, seededRandom(3));
    expect(asked.choices).toEqual(choices);
  });
});

describe('grade', () => {
  const mistaken = (): Choice => choice(false, 'shared-heap');
  const choices = [choice(true), mistaken(), choice(true), mistaken(), choice(false)];

  it.each([
    ['exactly the right ones', [2, 0], { right: true, misconceptions: [] }],
    ['one of two right ones', [0], { right: false, misconceptions: [] }],
    ['a wrong one too', [0, 2, 1], {
      right: false, misconceptions: ['shared-heap'],
    }],
    ['wrong ones with one misconception', [3, 1], {
      right: false, misconceptions: ['shared-heap'],
    }],
    ['a wrong one without misconception', [4], {
      right: false, misconceptions: [],
    }],
    ['nothing', [], { right: false, misconceptions: [] }],
  ])('of %s', (_, chosen, verdict) => {
    expect(grade(choices, chosen)).toEqual(verdict);
  });

  it('is right only for the right ones, however they are arranged', () => {
    fc.assert(fc.property(fc.integer(), fc.subarray([0, 1, 2, 3, 4]), (seed, chosen) => {
      const shown = arrange(question('q', { choices }), seededRandom(seed));
      const picked = new Set(chosen.map((index) => shown[index]));
      const isExact = picked.size === 2 && picked.has(choices[0]) && picked.has(choices[2]);
      expect(grade(shown, chosen).right).toBe(isExact);
    }));
  });
});
