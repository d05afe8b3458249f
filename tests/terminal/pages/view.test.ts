import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/terminal/pages/index.js';
import { startOf } from '../../../src/terminal/pages/state.js';
import { hasLeft, update } from '../../../src/terminal/pages/update.js';
import { view } from '../../../src/terminal/pages/view.js';
import { width } from '../../../src/terminal/text.js';
import { wrap } from '../../../src/terminal/wrap.js';
import { pageOf, Reader } from './reader.js';

const keys = [{ key: 's', does: 'show me' }, { key: 'l', does: 'read the lesson' }, { key: 'g', does: 'I guessed' }];

describe('the frame', () => {
  it('is as high as the terminal, with the foot at the bottom', () => {
    expect(new Reader(pageOf(2), { columns: 30, rows: 8 }).lines).toEqual([
      ' Pipes                  1 of 3',
      '',
      ' line 1',
      ' line 2',
      '',
      '',
      '',
      ' Enter next   q quit',
    ].map((line, row) => (row === 0 ? line.replace(/ {2}1/, ' 1') : line)));
  });

  it('has no empty lines in a low terminal, and is left out in a lower one', () => {
    expect(new Reader(pageOf(9), { columns: 60, rows: 4 }).lines).toEqual([
      expect.stringMatching(/^ Pipes/),
      ' line 1',
      ' line 2',
      expect.stringMatching(/^ Enter read on/),
    ]);
    expect(new Reader(pageOf(9), { columns: 60, rows: 2 }).lines).toEqual([' line 1', ' line 2']);
  });

  it('shortens the left part of the head, and leaves the right one out if it would take most', () => {
    const page = pageOf(1, { left: 'When does the reader see the end?', right: 'lesson 10' });
    expect(new Reader(page, { columns: 40, rows: 10 }).lines[0]).toBe(' When does the reader see t…  lesson 10');
    expect(new Reader(page, { columns: 20, rows: 10 }).lines[0]).toBe(' When does the rea…');
  });

  it('cleans what stands in the head and the foot', () => {
    const page = pageOf(1, { left: 'a\u001b[2Jb', right: 'c\u0007', forward: 'd\u202e', keys: [{ key: 'x', does: 'e\u001b[31m' }] });
    for (const columns of [40, 6]) {
      const { lines } = new Reader(page, { columns, rows: 10 });
      expect(lines.filter((line) => /[\u0000-\u001f\u202e]/.test(line))).toEqual([]);
    }
  });
});

describe('the foot', () => {
  const page = pageOf(30, { keys, hasBack: true });
  const footer = (columns: number) => new Reader(page, { columns, rows: 10 }).footer;

  it('leaves out what would be missed least', () => {
    expect(footer(120)).toMatch(/^Enter read on   s show me   l read the lesson   g I guessed   b back   q quit +line 6 of 30$/);
    expect(footer(80)).toMatch(/^Enter read on   s show me   l read the lesson   g I guessed   b back   q quit$/);
    expect(footer(50)).toBe('Enter read on   s show me   g I guessed   q quit');
    expect(footer(40)).toBe('Enter read on   s show me   q quit');
    expect(footer(24)).toBe('Enter read on   q quit');
    expect(footer(20)).toBe('Enter read on');
  });
});

describe('the foot of a tall terminal', () => {
  const feet = (columns: number, page = pageOf(30, { keys, hasBack: true }), rows = 16) =>
    new Reader(page, { columns, rows }).lines.slice(12).map((line) => line.trim());

  it('takes two rows where one is too short', () => {
    expect(feet(120)).toEqual(['line 11', 'line 12', '', expect.stringMatching(/^Enter read on.*line 12 of 30$/)]);
    expect(feet(50)).toEqual(
      ['line 11', '', 'Enter read on   s show me   l read the lesson', expect.stringMatching(/^g I guessed   b back   q quit +line 11 of 30$/)],
    );
  });

  it('leaves out what would be missed least where two are too short as well', () => {
    expect(feet(24).slice(2)).toEqual(['Enter read on', 's show me   q quit']);
  });

  it('is as high on all screens of a page, whatever Enter does there', () => {
    const page = pageOf(30, { keys, hasBack: true, forward: 'next question' });
    const reader = new Reader(page, { columns: 76, rows: 16 });
    expect(reader.lines[12]).toBe(' line 11');
    expect(reader.lines[14]).toMatch(/Enter read on/);
    expect(reader.press('end').lines[14]).toMatch(/Enter next question/);
  });

  it('has one row in a low terminal', () => {
    expect(feet(50, pageOf(30, { keys }), 15).slice(-2)).toEqual(['', 'Enter read on   s show me   g I guessed   q quit']);
  });
});

it('tells choices and marks apart without colour, and in ASCII', () => {
  const page = pageOf(0, { choices: { items: ['é', 'b'], many: true } });
  const size = { columns: 50, rows: 8 };
  const lines = view(page, { ...startOf(page, 'top', size), marked: new Set([1]) }, size, { colour: 0, unicode: false });
  expect(lines.slice(2, 4)).toEqual([' > 1  [ ] e', '   2  [x] b']);
  expect(lines.at(-1)).toBe(' Enter next   space mark   ^v choose   q quit');
});

it('shows every page on every terminal without a line too wide or a row too many, whatever is pressed', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '漢', '🙂', 'e\u0301', 'word '), maxLength: 120 });
  const page: fc.Arbitrary<Page> = fc.record({
    left: text,
    right: text,
    body: text.map((words) => (columns: number) => wrap(words, columns)),
    choices: fc.option(fc.record({ items: fc.array(text, { maxLength: 12 }), many: fc.boolean() }), { nil: undefined }),
    keys: fc.array(fc.record({ key: fc.constantFrom('s', 'l'), does: text }), { maxLength: 2 }),
    forward: text,
    hasBack: fc.boolean(),
  });
  const key = fc.constantFrom('up', 'down', 'space', 'return', 'left', 'right', 'home', 'end', '1', '5', '9', 'x');
  const size = fc.record({ columns: fc.integer({ min: 2, max: 90 }), rows: fc.integer({ min: 1, max: 30 }) });
  const steps = fc.array(fc.record({ key, size }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(page, steps, fc.boolean(), (page, steps, unicode) => {
    let state = startOf(page, 'top', { columns: 80, rows: 24 });
    for (const { key, size } of steps) {
      const lines = view(page, state, size, { colour: 1, unicode });
      expect(lines).toHaveLength(size.rows);
      expect(lines.filter((line) => width(line) > size.columns)).toEqual([]);
      const next = update(page, state, key, size);
      state = hasLeft(next) ? state : next;
    }
  }));
});
