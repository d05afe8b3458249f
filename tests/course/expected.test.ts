import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, parseExpected } from '../../src/course/expected.js';
import { describeExpected, type Expected, factOf, matches } from '../../src/course/index.js';

const value = (value: string | number | boolean): Expected => ({ kind: 'value', value });
const range = (from: number, to: number): Expected => ({ kind: 'range', from, to });

test.each<[text: string, expected: Expected, words: string]>([
  ['9', value(9), '9'],
  ['-2.5', value(-2.5), '-2.5'],
  ['1..3', range(1, 3), '1 to 3'],
  ['0.5..1.5', range(0.5, 1.5), '0.5 to 1.5'],
  ['-3..-1', range(-3, -1), '-3 to -1'],
  ['20..', range(20, Infinity), '20 or more'],
  ['..5', range(-Infinity, 5), '5 or less'],
  ['true', value(true), 'true'],
  ['false', value(false), 'false'],
  ['SIGKILL', value('SIGKILL'), 'SIGKILL'],
  ['the whole program', value('the whole program'), 'the whole program'],
  ['2 of 3', value('2 of 3'), '2 of 3'],
  ['[1,3,2]', value('[1,3,2]'), '[1,3,2]'],
])('%s is read, and said as "%s" in words', (text, expected, words) => {
  expect(parseExpected(text)).toEqual(expected);
  expect(describeExpected(expected)).toBe(words);
});

test.each([
  '', '3..1', '3..3', '..', '1...3', '1-3', '1–3', '>3', '≤ 3', '1,000', '1_000', '~9', '9%', '1. 3', '1 .. 3',
])('"%s" only looks like a number', (text) => {
  expect(parseExpected(text)).toBeUndefined();
});

test.each<[text: string, facts: unknown[], others: unknown[]]>([
  ['9', [9], [8, '10', undefined, null, [9, 9], Number.NaN]],
  ['9.0', [9], [9.5]],
  ['1..3', [1, 2.5, 3], [0, 3.01, '2', undefined, true, null]],
  ['20..', [20, 1e9, Infinity], [19]],
  ['..5', [-7, 5], [6]],
  ['true', [true], [false, 1, undefined]],
  ['SIGKILL', ['SIGKILL'], ['SIGTERM', null]],
  ['null', [null], [undefined, 0]],
  ['[1,3,2]', [[1, 3, 2]], [[1, 2, 3]]],
])('%s: a run matches if the fact is %j, and not if it is %j', (text, facts, others) => {
  const expected = parseExpected(text) ?? value('');
  expect(facts.filter((fact) => !matches(expected, fact))).toEqual([]);
  expect(others.filter((fact) => matches(expected, fact))).toEqual([]);
});

test('two choices overlap exactly if some fact matches both', () => {
  const texts = ['1', '2', '3', '1..2', '2..3', '1..3', '3..4', '2..', '..2', 'true', 'false', 'word'];
  const facts = [0, 1, 1.5, 2, 2.5, 3, 4, true, false, 'word', 'other'];
  for (const [one, other] of texts.flatMap((one) => texts.map((other) => [one, other] as const))) {
    const [first, second] = [parseExpected(one) ?? value(''), parseExpected(other) ?? value('')];
    const both = facts.some((fact) => matches(first, fact) && matches(second, fact));
    expect(`${one} ${other} ${overlap(first, second)}`).toBe(`${one} ${other} ${both}`);
  }
});

test('a whole number that is written matches itself', () => {
  fc.assert(fc.property(fc.integer(), (number) => matches(parseExpected(String(number)) ?? value(''), number)));
});

describe('a fact', () => {
  const facts = { hung: false, thread: { takes: { SIGKILL: 'all' } }, deaths: [{ pid: 7 }, { pid: 8 }], 'a.b': 1 };

  test.each([
    ['hung', false],
    ['thread.takes.SIGKILL', 'all'],
    ['deaths.length', 2],
    ['deaths.1.pid', 8],
    ['deaths.2.pid', undefined],
    ['thread.takes.SIGTERM', undefined],
    ['hung.length', undefined],
    ['toString', undefined],
    ['thread.constructor', undefined],
    ['', undefined],
  ])('%s', (name, expected) => {
    expect(factOf(facts, name)).toEqual(expected);
  });
});
