import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/terminal/pages/index.js';
import { pageOf, Reader } from './reader.js';

const items = ['spawn', 'fork', 'forkserver'];
const one: Partial<Page> = { choices: { items, many: false }, forward: 'answer' };
const several: Partial<Page> = { choices: { items, many: true }, forward: 'answer' };

describe('one of the choices', () => {
  it('is pointed at by the arrows, which stop at the ends', () => {
    const reader = new Reader(pageOf(1, one));
    expect(reader.text).toEqual(['line 1', '▸ 1  spawn', '2  fork', '3  forkserver']);
    expect(reader.press('down').text).toEqual(['line 1', '1  spawn', '▸ 2  fork', '3  forkserver']);
    expect(reader.press('down', 'down', 'down').text).toContain('▸ 3  forkserver');
    expect(reader.press('up', 'up', 'up', 'up').text).toContain('▸ 1  spawn');
  });

  it('may be pointed at from the start', () => {
    expect(new Reader(pageOf(1, { choices: { items, many: false, pointed: 2 } })).text).toContain('▸ 3  forkserver');
  });

  it('is taken by Enter', () => {
    expect(new Reader(pageOf(1, one)).press('down', 'return').left).toEqual({ how: 'chosen', indices: [1] });
  });

  it('is pointed at by its number, not taken', () => {
    const reader = new Reader(pageOf(1, one)).press('3');
    expect(reader.text).toContain('▸ 3  forkserver');
    expect(reader.left).toBeUndefined();
    expect(reader.press('9', '0').text).toContain('▸ 3  forkserver');
  });

  it.each(['space', 'n', 'right', 'pagedown'])('is not taken or skipped by %s, which says what to do', (key) => {
    const reader = new Reader(pageOf(1, one)).press(key);
    expect(reader.left).toBeUndefined();
    expect(reader.footer).toBe('Choose with the arrow keys or a number, then press Enter.');
    expect(reader.press('down').footer).toBe('Enter answer   ↑↓ choose   q quit');
  });

  it('need not be taken: b goes back', () => {
    expect(new Reader(pageOf(1, { ...one, hasBack: true })).press('down', 'b').left).toEqual({ how: 'back' });
  });

  it('may take several lines', () => {
    const choices = { items: ['one two three four five six', 'second'], many: false };
    const reader = new Reader(pageOf(1, { choices }), { columns: 20, rows: 12 });
    expect(reader.lines.slice(2, 8)).toEqual([' line 1', '', ' ▸ 1  one two three', '      four five six', '   2  second', '']);
  });
});

describe('several of the choices', () => {
  it('are marked by space and taken by Enter, in their order', () => {
    const reader = new Reader(pageOf(1, several)).press('down', 'down', 'space', 'up', 'up', 'space');
    expect(reader.text).toEqual(['line 1', '▸ 1  [x] spawn', '2  [ ] fork', '3  [x] forkserver']);
    expect(reader.press('return').left).toEqual({ how: 'chosen', indices: [0, 2] });
  });

  it('are marked by their numbers too, and unmarked', () => {
    const reader = new Reader(pageOf(1, several)).press('2', '3', '2');
    expect(reader.text).toEqual(['line 1', '1  [ ] spawn', '▸ 2  [ ] fork', '3  [x] forkserver']);
  });

  it('are not taken while none is marked, and it says so until the next key', () => {
    const reader = new Reader(pageOf(1, several)).press('return');
    expect(reader.left).toBeUndefined();
    expect(reader.footer).toBe('Mark at least one with space, then press Enter.');
    expect(reader.press('space').footer).toBe('Enter answer   space mark   ↑↓ choose   q quit');
  });
});

describe('choices below a long text', () => {
  it('are chosen from when all have been seen; until then keys read on', () => {
    const reader = new Reader(pageOf(4, one));
    expect(reader.text).toEqual(['line 1', 'line 2', 'line 3', 'line 4', '▸ 1  spawn']);
    expect(reader.footer).toMatch(/^Enter read on/);
    expect(reader.press('return').left).toBeUndefined();
    expect(reader.text).toEqual(['line 3', 'line 4', '▸ 1  spawn', '2  fork', '3  forkserver']);
    expect(reader.footer).toMatch(/^Enter answer/);
    expect(reader.press('return').left).toEqual({ how: 'chosen', indices: [0] });
  });

  it('are reached by the down arrow alone', () => {
    const reader = new Reader(pageOf(14, one)).press(...Array.from({ length: 30 }, () => 'down'));
    expect(reader.press('return').left).toEqual({ how: 'chosen', indices: [2] });
  });

  it('can be left by the up arrow to read again; Enter then shows what it is about to take', () => {
    const reader = new Reader(pageOf(14, one)).press('end', 'home');
    expect(reader.first).toBe('line 1');
    expect(reader.press('return').left).toBeUndefined();
    expect(reader.text).toContain('▸ 1  spawn');
    expect(reader.press('return').left).toEqual({ how: 'chosen', indices: [0] });
  });

  it('are reached by a number from anywhere', () => {
    const reader = new Reader(pageOf(14, one)).press('2');
    expect(reader.text).toContain('▸ 2  fork');
    expect(reader.press('return').left).toEqual({ how: 'chosen', indices: [1] });
  });

  it('are scrolled to by the down arrow from a text that is read again', () => {
    const reader = new Reader(pageOf(14, one)).press('end', 'home', 'down');
    expect(reader.first).toBe('line 2');
    const choices = { items: Array.from({ length: 9 }, (_, index) => `choice ${index + 1}`), many: false };
    expect(new Reader(pageOf(1, { choices })).press('9', 'home', 'down').text).toEqual(
      ['1  choice 1', '2  choice 2', '3  choice 3', '4  choice 4', '5  choice 5'],
    );
  });

  it('are not marked out of sight', () => {
    const reader = new Reader(pageOf(14, several)).press('end', 'home', 'space');
    expect(reader.text).toContain('▸ 1  [ ] spawn');
    expect(reader.press('space').text).toContain('▸ 1  [x] spawn');
  });

  it('can be more than the screen has rows', () => {
    const choices = { items: Array.from({ length: 9 }, (_, index) => `choice ${index + 1}`), many: false };
    const reader = new Reader(pageOf(1, { choices })).press('end');
    expect(reader.first).toBe('4  choice 4');
    expect(reader.press('down').first).toBe('▸ 4  choice 4');
    expect(reader.press('9').text).toContain('▸ 9  choice 9');
    expect(reader.press('up', 'up', 'up', 'up', 'up', 'up').text).toEqual(expect.arrayContaining(['▸ 3  choice 3', '8  choice 8']));
  });
});
