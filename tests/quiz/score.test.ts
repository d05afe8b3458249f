import { describe, expect, it } from 'vitest';
import { type Result, score } from '../../src/quiz/index.js';
import { question } from './questions.js';

const result = (lesson: string, right: number, more: Partial<Result> = {}, topic = lesson): Result => (
  { question: question('q', { lesson, topic }), right, guessed: false, misconceptions: [], ...more }
);

it('of no answers is nothing', () => {
  expect(score([])).toEqual({ right: 0, of: 0, topics: [], readAgain: [], misconceptions: [] });
});

it('adds up what was right, by topic in the order in which they came', () => {
  const { right, of, topics } = score([result('b', 1), result('a', 0), result('b', 0.5)]);
  expect({ right, of }).toEqual({ right: 1.5, of: 3 });
  expect(topics).toEqual([{ topic: 'b', right: 1.5, of: 2 }, { topic: 'a', right: 0, of: 1 }]);
});

describe('what to read again', () => {
  it('begins with the lesson of which most was missed or guessed', () => {
    const { readAgain } = score([
      result('one', 0), result('two', 0), result('none', 1), result('two', 1, { guessed: true }),
    ]);
    expect(readAgain).toEqual(['two', 'one']);
  });

  it('is decided by the lower score between equals', () => {
    const { readAgain } = score([result('a', 0), result('a', 1), result('b', 0), result('c', 0.5)]);
    expect(readAgain).toEqual(['b', 'a', 'c']);
  });

  it('leaves out what was nearly right', () => {
    expect(score([result('a', 0.75), result('b', 0.74)]).readAgain).toEqual(['b']);
  });

  it('names lessons, of which a topic may have several', () => {
    expect(score([result('a', 0, {}, 'topic'), result('b', 1, {}, 'topic')]).readAgain).toEqual(['a']);
  });
});

it('counts a good guess as right', () => {
  expect(score([result('a', 1, { guessed: true })]).right).toBe(1);
});

it('names each misconception once, the most frequent first', () => {
  const { misconceptions } = score([
    result('a', 0, { misconceptions: ['rare', 'often'] }), result('b', 0, { misconceptions: ['often'] }),
  ]);
  expect(misconceptions).toEqual(['often', 'rare']);
});
