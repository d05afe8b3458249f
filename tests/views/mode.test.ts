import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../src/views/index.js';
import { type Mode, press, watching } from '../../src/views/live/mode.js';
import { Actor, born, parent } from './traces.js';

const alone = sceneOf(born);
const three = [...born, new Actor(108).named(0.2, 'worker 2', 100), new Actor(109).named(0.3, 'worker 3', 100)];
const two = sceneOf([...born, new Actor(108).named(0.2, 'worker 2', 100), new Actor(100, 3).named(0.3, 'a thread')]);
const stopped = sceneOf([...born, parent().instant(1, 'stage', 'stop')]);
const ended = sceneOf([...born, parent().instant(1, 'process', 'exit', { child: 107, code: 0, signal: null })]);
const source = { lines: 100, page: 20 };
const choosing: Mode = { kind: 'choosing', pids: [107, 108] };
const reading = (line: number): Mode => ({ kind: 'reading', line });

describe('while watching', () => {
  it.each([
    ['space', alone, { mode: watching, action: { kind: 'stop' } }],
    ['space', stopped, { mode: watching, action: { kind: 'continue' } }],
    ['k', alone, { mode: watching, action: { kind: 'kill', pid: 107 } }],
    ['k', two, { mode: choosing }],
    ['k', ended, { mode: watching }],
    ['s', alone, { mode: reading(0) }],
    ['q', alone, { mode: watching, action: { kind: 'leave' } }],
    ['x', alone, { mode: watching }],
  ] as const)('%s', (key, scene, step) => {
    expect(press(watching, key, scene, source)).toEqual(step);
  });
});

it('a notice goes with the next key, which does what it always does', () => {
  const noticed: Mode = { kind: 'watching', notice: 'It cannot be done.' };
  expect(press(noticed, 'x', alone, source)).toEqual({ mode: watching });
  expect(press(noticed, 'space', alone, source)).toEqual({ mode: watching, action: { kind: 'stop' } });
});

describe('while choosing whom to kill', () => {
  it.each([
    ['2', { mode: watching, action: { kind: 'kill', pid: 108 } }],
    ['3', { mode: watching }],
    ['k', { mode: watching }],
    ['q', { mode: watching }],
  ])('%s', (key, step) => {
    expect(press(choosing, key, two, source)).toEqual(step);
  });

  it('a number means the process that it stood for when it was asked, though another has ended since', () => {
    const later = sceneOf([...three, parent().instant(1, 'process', 'exit', { child: 107, code: 0, signal: null })]);
    const { mode } = press(watching, 'k', sceneOf(three), source);
    expect(press(mode, '2', later, source).action).toEqual({ kind: 'kill', pid: 108 });
  });
});

describe('while reading the source', () => {
  it.each([
    ['down', 0, reading(1)],
    ['up', 0, reading(0)],
    ['space', 0, reading(20)],
    ['pageup', 30, reading(10)],
    ['end', 0, reading(80)],
    ['down', 80, reading(80)],
    ['home', 80, reading(0)],
    ['x', 7, reading(7)],
    ['s', 7, watching],
    ['escape', 7, watching],
  ])('%s from line %i', (key, line, mode) => {
    expect(press(reading(line), key, alone, source)).toEqual({ mode });
  });

  it('a source that fits does not move', () => {
    expect(press(reading(0), 'end', alone, { lines: 5, page: 20 })).toEqual({ mode: reading(0) });
  });
});

it.each([watching, choosing, reading(0)])('Ctrl-C interrupts: %o', (mode) => {
  expect(press(mode, 'ctrl-c', two, source)).toEqual({ mode, action: { kind: 'interrupt' } });
});
