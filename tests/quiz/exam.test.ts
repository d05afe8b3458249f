import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickExam } from '../../src/quiz/index.js';
import { ids, question } from './questions.js';

const bank = (sizes: Readonly<Record<string, number>>) => Object.entries(sizes).flatMap(([topic, size]) => (
  Array.from({ length: size }, (_, index) => question(`${topic}-${index}`, { topic }))
));
const counts = (picked: readonly { readonly topic: string }[]) =>
  Object.fromEntries([...new Set(picked.map(({ topic }) => topic))].map((topic) => [topic, picked.filter((each) => each.topic === topic).length]));

describe('pickExam', () => {
  it('gives each topic its share, in the order of the topics', () => {
    const picked = pickExam(bank({ threads: 40, pool: 20, queue: 20 }), { count: 20, seed: 1, topics: ['pool', 'threads', 'queue'] });
    expect(counts(picked)).toEqual({ threads: 10, pool: 5, queue: 5 });
    expect([...new Set(picked.map(({ topic }) => topic))]).toEqual(['pool', 'threads', 'queue']);
  });

  it('leaves no topic out where there are enough questions', () => {
    expect(counts(pickExam(bank({ large: 97, small: 1, tiny: 2 }), { count: 5, seed: 1, topics: [] }))).toEqual({ large: 3, small: 1, tiny: 1 });
    expect(pickExam(bank({ large: 5, small: 1, tiny: 2 }), { count: 2, seed: 1, topics: [] })).toHaveLength(2);
  });

  it('is the same for the same seed, and another for another', () => {
    const of = (seed: number) => ids(pickExam(bank({ threads: 40 }), { count: 10, seed, topics: [] }));
    expect(of(7)).toEqual(of(7));
    expect(of(8)).not.toEqual(of(7));
  });

  it('has so many questions, each once, and never more than there are', () => {
    const sizes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat({ max: 9 }));
    fc.assert(fc.property(sizes, fc.nat({ max: 30 }), fc.nat(), (each, count, seed) => {
      const questions = bank(each);
      const picked = ids(pickExam(questions, { count, seed, topics: ['c'] }));
      expect(picked).toHaveLength(Math.min(count, questions.length));
      expect(new Set(picked).size).toBe(picked.length);
    }));
  });
});
