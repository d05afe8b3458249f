import { expect, test } from 'vitest';
import { describeGuess } from '../../../src/cli/learn/guess.js';
import type { Expected, Guess } from '../../../src/course/index.js';

const style = { colour: 0, unicode: true } as const;
const guess = (expected: Expected, words: string): Guess => ({
  expected,
  text: [{ type: 'inlineCode', value: 'as written' }, ...(words === '' ? [] : [{ type: 'text', value: words } as const])],
  right: true,
  why: [],
  misconception: undefined,
  place: { file: 'a.md', line: 1, column: 1 },
});

test.each<[Expected, string, string]>([
  [{ kind: 'value', value: true }, ': it hangs', 'it hangs'],
  [{ kind: 'value', value: false }, '', '`false`'],
  [{ kind: 'value', value: 'the thread' }, ': only that', '`the thread`: only that'],
  [{ kind: 'range', from: 1, to: 3 }, ': at most the workers', '`1 to 3`: at most the workers'],
])('%j with the words "%s" reads "%s"', (expected, words, reads) => {
  expect(describeGuess(guess(expected, words), style)).toBe(reads);
});
