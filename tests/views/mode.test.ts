import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../src/views/index.js';
import { type Mode, press, watching } from '../../src/views/live/mode.js';
import { Actor, born, parent } from './traces.js';

const alone = sceneOf(born);
const two = sceneOf([...born, new Actor(108).named(0.2, 'worker 2', 100), new Actor(100, 3).named(0.3, 'a thread')]);
const stopped = sceneOf([...born, parent().instant(1, 'stage', 'stop')]);
const ended = sceneOf([...born, parent().instant(1, 'process', 'exit', { child: 107, code: 0, signal: null })]);
const source = { lines: 100, page: 20 };
const choosing: Mode = { kind: 'choosing' };
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

describe('while choosing whom to kill', () => {
  it.each([
    ['2', { mode: watching, action: { kind: 'kill', pid: 108 } }],
    ['3', { mode: watching }],
    ['k', { mode: watching }],
    ['q', { mode: watching }],
  ])('%s', (key, step) => {
    expect(press(choosing, key, two, source)).toEqual(step);
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
