import { expect, test } from 'vitest';
import { withoutBeliefLink } from '../../../src/cli/question/belief-link.js';
import { drawBlocks } from '../../../src/cli/question/draw.js';
import { choiceOf, drawing } from './questions.js';

function without(why: string): string[] {
  const [choice] = choiceOf(`Is it?\n\n- [ ] no\n  > ${why}\n- [x] yes\n  > Yes.`).choices;
  return drawBlocks(withoutBeliefLink(choice?.why ?? []), drawing());
}

test('a link to a misconception at the end is left out, since the belief is said in words', () => {
  expect(without('It tempts. [A heap each](misconceptions.md#a-heap-each)')).toEqual(['It tempts.']);
  expect(without('[A heap each](misconceptions.md#a-heap-each)')).toEqual([]);
});

test('a link within a sentence, or to something else, stays', () => {
  expect(without('As [they say](misconceptions.md#a-heap-each), it tempts.')).toEqual(['As they say, it tempts.']);
  expect(without('It tempts. [More](other.md#a-heap-each)')).toEqual(['It tempts. More']);
});
