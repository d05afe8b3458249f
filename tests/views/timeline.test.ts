import { describe, expect, it } from 'vitest';
import { sceneOf, timeline } from '../../src/views/index.js';
import { ascii, born, narrow, parent, recorded, recording, wide, worker } from './traces.js';

/** Task 1 takes four of ten seconds, task 2 the next four, and then its worker is killed. */
const killed = sceneOf([
  ...born,
  ...worker().span(0, 4, 'pool', 'task', { index: 0, value: '1' }, { value: '1' }),
  worker().span(4, 9, 'pool', 'task', { index: 1, value: '2' })[0],
  parent().instant(8, 'process', 'exit', { child: 107, code: null, signal: 'SIGKILL' }),
  parent().instant(10, 'program', 'fact', {}),
]);
const laneOf = (lines: readonly string[], pid: number) => lines.find((line) => line.includes(`${pid} `)) ?? '';

describe('a timeline', () => {
  it('has blocks as long as their share of the run, on an axis of seconds', () => {
    const lines = timeline(killed, wide);
    const lane = laneOf(lines, 107);
    const axis = lines.find((line) => line.includes('╵0 s')) ?? '';
    expect(lane.indexOf('▐ 1')).toBe(axis.indexOf('╵0 s'));
    expect(lane.indexOf('▐ 2')).toBe(axis.indexOf('╵4'));
    expect(lane.indexOf('✗')).toBe(axis.indexOf('╵8'));
  });

  it('has the arrow of an item before the work that is done on it', () => {
    const queue = { queue: 'queue 1' };
    const get = worker().span(1, 3, 'queue', 'get', queue, { ...queue, item: 1, size: 0, value: '7' });
    const work = worker().span(3, 9, 'program', 'work', { item: 7 });
    const scene = sceneOf([...born, ...get, ...work, parent().instant(10, 'program', 'fact', {})]);
    expect(laneOf(timeline(scene, wide), 107)).toMatch(/107 worker 1 +·+↓▐ 7 +▌ +$/);
  });

  it('keeps what happens within a block between its edges', () => {
    const actor = worker();
    const [run, returns] = actor.span(0, 9, 'process', 'run', { name: 'worker 1', function: 'square' });
    const [hold, release] = actor.span(8.9999, 8.99999, 'lock', 'hold', { lock: 'lock 1' });
    const scene = sceneOf([...born, run, hold, release, returns, parent().instant(10, 'program', 'fact', {})]);
    expect(laneOf(timeline(scene, wide), 107)).toMatch(/▐ +◆▌ +$/);
  });

  it('has the name of a function in its block, unless more is known of what it did', () => {
    const actor = worker();
    const run = actor.span(0, 9, 'process', 'run', { name: 'worker 1', function: 'square' });
    const work = actor.span(1, 2, 'program', 'work', { item: 7 });
    expect(laneOf(timeline(sceneOf([...born, ...run]), wide), 107)).toMatch(/▐ square +▌/);
    expect(laneOf(timeline(sceneOf([...born, ...run, ...work]), wide), 107)).toMatch(/worker 1 +▐ 7 *▌ +$/);
  });

  it('marks a piece of work that failed', () => {
    const failed = worker().span(1, 9, 'pool', 'task', { index: 0, value: '1' }, { error: 'Error: no' });
    const lines = timeline(sceneOf([...born, ...failed]), wide);
    expect(laneOf(lines, 107)).toMatch(/▐ 1 +✗/);
    expect(lines.at(-1)).toContain('✗ failed');
  });

  it('says at the right who was killed by what', () => {
    expect(laneOf(timeline(killed, wide), 107)).toMatch(/✗ +killed by SIGKILL$/);
  });

  it('says it below where there is no room at the right', () => {
    const lines = timeline(killed, narrow);
    expect(laneOf(lines, 107)).toMatch(/✗ *$/);
    expect(lines).toContain('   107 killed by SIGKILL');
  });

  it('says what those who never ended were waiting for', () => {
    const [wait] = worker().span(1, 9, 'lock', 'wait', { lock: 'lock 1' });
    const scene = sceneOf([...born, wait, parent().instant(10, 'program', 'fact', {})]);
    expect(laneOf(timeline(scene, wide), 107)).toMatch(/still waiting for lock 1$/);
  });

  it('says nothing of those who ended well', () => {
    const exit = parent().instant(1, 'process', 'exit', { child: 107, code: 0, signal: null });
    expect(timeline(sceneOf([...born, exit]), wide).join('\n')).not.toContain('ended');
  });

  it('explains the marks that occur, and no others', () => {
    expect(timeline(killed, wide).at(-1)).toBe('   ▐ ▌ at work   ✗ killed');
  });

  it('breaks its explanation between two marks only', () => {
    const lines = timeline(sceneOf(recording('queue')), { ...narrow, columns: 44 });
    expect(lines.slice(-2)).toEqual(['   ▐ ▌ at work   · waits   ↑ puts or sends', '   ↓ gets or receives']);
  });

  it('is drawn in ASCII where the locale is not UTF-8', () => {
    expect(laneOf(timeline(killed, ascii), 107)).toMatch(/\[ 1 +\]\[ 2 +x/);
  });

  it('has tracks below their heads on a very narrow terminal', () => {
    const lines = timeline(killed, { ...narrow, columns: 24 });
    expect(lines.slice(3, 5)).toEqual(['   107 worker 1  ', expect.stringMatching(/^ {3}▐ 1/)]);
  });
});

describe.each(recorded)('of %s', (name) => {
  it.each([20, 50, 80])('fits %i columns', (columns) => {
    const lines = timeline(sceneOf(recording(name)), { ...wide, columns });
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
  });
});
