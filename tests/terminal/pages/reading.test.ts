import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/terminal/pages/index.js';
import { wrap } from '../../../src/terminal/wrap.js';
import { pageOf, Reader } from './reader.js';

/** Ten rows show six lines. */
const rows = 10;

describe('a page that fits', () => {
  it.each(['return', 'enter', 'space', 'right', 'pagedown', 'n'])('is left forward by %s', (key) => {
    expect(new Reader(pageOf(6)).press(key).left).toEqual({ how: 'forward' });
  });

  it.each(['left', 'pageup', 'b'])('is left back by %s, if there is something before', (key) => {
    expect(new Reader(pageOf(6, { hasBack: true })).press(key).left).toEqual({ how: 'back' });
    expect(new Reader(pageOf(6)).press(key).left).toBeUndefined();
  });

  it.each(['up', 'down', 'home', 'end', '1', 'x', 'f1', ''])('is not left by %s', (key) => {
    const reader = new Reader(pageOf(6, { hasBack: true }));
    const before = reader.lines;
    expect(reader.press(key).left).toBeUndefined();
    expect(reader.lines).toEqual(before);
  });
});

describe('any page', () => {
  it.each([
    ['q', { how: 'quit' }],
    ['escape', { how: 'quit' }],
    ['ctrl-c', { how: 'interrupt' }],
    ['s', { how: 'key', key: 's' }],
  ])('is left by %s', (key, left) => {
    expect(new Reader(pageOf(20, { keys: [{ key: 's', does: 'show me' }] })).press(key).left).toEqual(left);
  });

  it('may use a key for something else, but not Ctrl-C', () => {
    const keys = [{ key: 'n', does: 'new' }, { key: 'ctrl-c', does: 'nothing' }];
    expect(new Reader(pageOf(6, { keys })).press('n').left).toEqual({ how: 'key', key: 'n' });
    expect(new Reader(pageOf(6, { keys })).press('ctrl-c').left).toEqual({ how: 'interrupt' });
  });
});

describe('a page that is longer than the screen', () => {
  it('is read a screenful at a time, and left at its end', () => {
    const reader = new Reader(pageOf(14));
    expect(reader.text).toEqual(['line 1', 'line 2', 'line 3', 'line 4', 'line 5', 'line 6']);
    expect(reader.press('space').first).toBe('line 7');
    expect(reader.press('return').text.at(-1)).toBe('line 14');
    expect(reader.left).toBeUndefined();
    expect(reader.press('return').left).toEqual({ how: 'forward' });
  });

  it('is read back the same way, and left at its beginning', () => {
    const reader = new Reader(pageOf(14, { hasBack: true })).press('n', 'n');
    expect(reader.press('b').first).toBe('line 7');
    expect(reader.press('pageup').first).toBe('line 1');
    expect(reader.left).toBeUndefined();
    expect(reader.press('left').left).toEqual({ how: 'back' });
  });

  it('is scrolled by a line, and to its ends, and no further', () => {
    const reader = new Reader(pageOf(14));
    expect(reader.press('down', 'down').first).toBe('line 3');
    expect(reader.press('up').first).toBe('line 2');
    expect(reader.press('end').text.at(-1)).toBe('line 14');
    expect(reader.press('down').text.at(-1)).toBe('line 14');
    expect(reader.press('home').first).toBe('line 1');
    expect(reader.press('up').first).toBe('line 1');
    expect(reader.left).toBeUndefined();
  });

  it('says where one is, what Enter does, and that one can go back', () => {
    const reader = new Reader(pageOf(14));
    expect(reader.footer).toMatch(/^Enter read on {3}q quit +line 6 of 14$/);
    expect(reader.press('end').footer).toMatch(/^Enter next {3}b back {3}q quit +line 14 of 14$/);
  });

  it('begins at its end for one who comes back', () => {
    const reader = new Reader(pageOf(14, { hasBack: true }), { columns: 80, rows }, 'end');
    expect(reader.text.at(-1)).toBe('line 14');
    expect(reader.press('b').first).toBe('line 7');
  });

  it('goes on with a paragraph that begins near the end of the screen', () => {
    const body = () => ['a1', 'a2', 'a3', 'a4', '', 'Heading', '───', 'b1', 'b2', '', 'c1'];
    const reader = new Reader(pageOf(0, { body }));
    expect(reader.text.at(-1)).toBe('Heading');
    expect(reader.press('space').first).toBe('Heading');
    expect(reader.press('b').first).toBe('a1');
  });

  it('shows no lines again for the sake of a paragraph where that would take another screen', () => {
    const body = () => ['a1', 'a2', 'a3', 'a4', '', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7'];
    const reader = new Reader(pageOf(0, { body }));
    expect(reader.press('space').text).toEqual(['b2', 'b3', 'b4', 'b5', 'b6', 'b7']);
    expect(reader.press('space').left).toEqual({ how: 'forward' });
  });

  it('does not begin a screen with an empty line', () => {
    const body = () => ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', '', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'];
    expect(new Reader(pageOf(0, { body })).press('space').lines[2]).toBe(' b1');
  });
});

describe('another size of the terminal', () => {
  const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
  const text: Page = pageOf(0, { body: (columns) => wrap(words, columns) });
  const firstWord = (reader: Reader) => Number(/word(\d+)/.exec(reader.first ?? '')?.[1]);

  it('keeps the place', () => {
    const reader = new Reader(text).press('space', 'space');
    const before = firstWord(reader);
    reader.size = { columns: 30, rows: 20 };
    expect(reader.text).toHaveLength(15);
    expect(Math.abs(firstWord(reader) - before)).toBeLessThan(3);
    reader.press('down');
    expect(Math.abs(firstWord(reader) - before)).toBeLessThan(6);
  });

  it('and back again is as before', () => {
    const reader = new Reader(text).press('space', 'down');
    const before = reader.lines;
    reader.size = { columns: 33, rows: 7 };
    expect(reader.lines).not.toEqual(before);
    reader.size = { columns: 80, rows };
    expect(reader.lines).toEqual(before);
  });

  it('leaves no empty screen', () => {
    const reader = new Reader(pageOf(14)).press('end');
    reader.size = { columns: 80, rows: 24 };
    expect(reader.text).toHaveLength(14);
  });
});

it('forward and back never skip a line, whatever the page and the terminal', () => {
  const line = fc.constantFrom('', 'text');
  fc.assert(fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (kinds, rows) => {
    const body = () => kinds.map((kind, index) => (kind === '' ? '' : `<${index}>`));
    const reader = new Reader(pageOf(0, { body, hasBack: true }), { columns: 40, rows });
    const seen = new Set<string>();
    const look = () => reader.lines.flatMap((text) => text.match(/<\d+>/g) ?? []).forEach((text) => seen.add(text));
    const all = body().filter((text) => text !== '').length;
    for (let screens = 0; reader.left === undefined && screens < 100; screens += 1) {
      look();
      reader.press('space');
    }
    expect(reader.left).toEqual({ how: 'forward' });
    expect(seen.size).toBe(all);
    const back = new Reader(reader.page, reader.size, 'end');
    seen.clear();
    for (let screens = 0; back.left === undefined && screens < 100; screens += 1) {
      back.lines.flatMap((text) => text.match(/<\d+>/g) ?? []).forEach((text) => seen.add(text));
      back.press('b');
    }
    expect(back.left).toEqual({ how: 'back' });
    expect(seen.size).toBe(all);
  }));
});
