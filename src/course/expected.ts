import type { Expected } from './lesson.js';

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const RANGE = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/;
/** Signs and figures without a word: somebody meant a number. */
const LIKE_A_NUMBER = /^[^\p{L}[{]*\d[^\p{L}]*$/u;

/**
 * What a choice of a prediction expects: `9`, `1..3`, `20..`, `..5`, `true`, or a text.
 * @returns undefined for what only looks like a number
 */
export function parseExpected(text: string): Expected | undefined {
  if (text === 'true' || text === 'false') {
    return { kind: 'value', value: text === 'true' };
  }
  if (NUMBER.test(text)) {
    return { kind: 'value', value: Number(text) };
  }
  const range = RANGE.exec(text);
  const [from, to] = [Number(range?.[1] ?? -Infinity), Number(range?.[2] ?? Infinity)];
  if (range && from < to && text !== '..') {
    return { kind: 'range', from, to };
  }
  return range || text === '' || LIKE_A_NUMBER.test(text) ? undefined : { kind: 'value', value: text };
}

/** Whether a run in which the fact had this value went as expected. Lists and groups are compared as JSON. */
export function matches(expected: Expected, fact: unknown): boolean {
  if (fact === undefined) {
    return false;
  }
  if (expected.kind === 'range') {
    return typeof fact === 'number' && expected.from <= fact && fact <= expected.to;
  }
  return String(expected.value) === (typeof fact === 'string' ? fact : JSON.stringify(fact));
}

/** Whether one run could be as both expect. */
export function overlap(one: Expected, other: Expected): boolean {
  if (one.kind === 'value') {
    return matches(other, one.value);
  }
  return other.kind === 'value' ? matches(one, other.value) : one.from <= other.to && other.from <= one.to;
}

/** In words, such as `1 to 3`, `20 or more`, `9`. */
export function describeExpected(expected: Expected): string {
  if (expected.kind === 'value') {
    return String(expected.value);
  }
  const { from, to } = expected;
  if (from === -Infinity) {
    return `${to} or less`;
  }
  return to === Infinity ? `${from} or more` : `${from} to ${to}`;
}
