import { expect, test } from 'vitest';
import { fitted } from '../../src/cli/complaint.js';

const LONG = 'error: there is no such thing, take another';
const PLACE = '  lessons/a-long-name.md:12:3: the lesson has no answer; write one';

test('at a terminal a message is broken between words', () => {
  expect(fitted(LONG, { isTTY: true, columns: 24 })).toBe('error: there is no such\nthing, take another');
  expect(fitted('  one two three', { isTTY: true, columns: 10 })).toBe('  one two\n  three');
});

test('what begins with a place in a file stays one line', () => {
  expect(fitted(`${LONG}\n${PLACE}`, { isTTY: true, columns: 24 }).split('\n').at(-1)).toBe(PLACE);
});

test('what fits, and what no terminal reads, stays as it is', () => {
  expect(fitted(LONG, { isTTY: true, columns: 80 })).toBe(LONG);
  expect(fitted(LONG, { isTTY: false, columns: 10 })).toBe(LONG);
});
