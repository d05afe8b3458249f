import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, toLine } from '../../src/progress/lines.js';
import type { Entry } from '../../src/progress/index.js';
import { entries } from './arbitrary.js';

const answer: Entry = { at: 1, kind: 'answer', course: 'c', question: 'q', topic: 't', right: 1 };
const text = (list: readonly Entry[]): string => list.map(toLine).join('');

it('gives back every entry that was written', () => {
  fc.assert(fc.property(entries, (list) => {
    expect(readLines(text(list))).toEqual({ entries: list, damaged: [] });
  }));
});

it('loses only the entry whose line was torn, wherever it was torn', () => {
  fc.assert(fc.property(entries, entries, fc.nat(), (before, after, place) => {
    const line = Buffer.from(toLine(answer));
    const torn = line.subarray(0, place % line.length).toString();
    const read = readLines(text(before) + torn + text(after));
    expect(read.entries).toEqual([...before, ...after]);
    expect(read.damaged.length).toBe(torn.trim() === '' ? 0 : 1);
  }));
});

it('loses only what a power cut turned into zeros', () => {
  const zeros = '\0'.repeat(40);
  const read = readLines(text([answer]) + zeros.slice(0, 10) + text([answer]) + `\n${zeros}` + text([answer]));
  expect(read.entries).toEqual([answer, answer]);
  expect(read.damaged.map(({ line }) => line)).toEqual([2, 4]);
});

it('names a damaged line by its number in the file and keeps what it says', () => {
  const read = readLines(`${text([answer])}\n\nhalf a li${text([answer])}`);
  expect(read.damaged).toEqual([{ line: 4, text: 'half a li' }]);
});

it('reads what an editor made of it: a byte order mark, CRLF, empty lines', () => {
  const edited = `\uFEFF${JSON.stringify(answer)}\r\n\r\n  \n${JSON.stringify(answer)}\r\n`;
  expect(readLines(edited)).toEqual({ entries: [answer, answer], damaged: [] });
});

it('drops keys that it does not know', () => {
  const line = JSON.stringify(answer).replace('{', '{"seconds":3,"__proto__":{"guessed":true},');
  expect(readLines(line).entries).toStrictEqual([answer]);
});

it('leaves out kinds that only a newer version knows, and does not call them damaged', () => {
  const kinds = ['badge', 'constructor', '__proto__', 'toString'];
  const lines = kinds.map((kind) => `{"at":1,"kind":"${kind}"}`).join('\n');
  expect(readLines(lines)).toEqual({ entries: [], damaged: [] });
});

describe('is damaged:', () => {
  it.each<[string, string | object]>([
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['null', 'null'],
    ['text', '"answer"'],
    ['no kind', { at: 1 }],
    ['a kind that is no text', { at: 1, kind: 3 }],
    ['no time', { ...answer, at: undefined }],
    ['a time that no calendar has', { ...answer, at: 1e300 }],
    ['a time too large for a number', JSON.stringify(answer).replace('"at":1', '"at":1e999')],
    ['a question that is no text', { ...answer, question: ['q'] }],
    ['more than right', { ...answer, right: 1.1 }],
    ['less than wrong', { ...answer, right: -0.1 }],
    ['no number for right', { ...answer, right: null }],
    ['a page before the first', { at: 1, kind: 'page', course: 'c', lesson: 'l', page: -1, of: 3 }],
    ['half a page', { at: 1, kind: 'page', course: 'c', lesson: 'l', page: 0.5, of: 3 }],
    ['an aim that there is not', { at: 1, kind: 'settings', aim: 'win' }],
    ['a hash that is none', { at: 1, kind: 'trust', sha256: 'F'.repeat(64) }],
    ['two entries in one line', JSON.stringify(answer) + JSON.stringify(answer)],
  ])('%s', (_, line) => {
    const written = typeof line === 'string' ? line : JSON.stringify(line);
    expect(readLines(written)).toEqual({ entries: [], damaged: [{ line: 1, text: written }] });
  });
});

it('reads any text without an error', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => {
    expect(readLines(any).entries).toEqual([]);
  }));
});
