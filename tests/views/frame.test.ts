import { describe, expect, it } from 'vitest';
import { paint } from '../../src/terminal/index.js';
import type { TraceEvent } from '../../src/trace/event.js';
import { sceneOf } from '../../src/views/index.js';
import { type FrameOptions, render } from '../../src/views/live/frame.js';
import { watching } from '../../src/views/live/mode.js';
import { Actor, born, parent, recorded, recording, worker } from './traces.js';

const subject = { title: 'pool', subtitle: '3 workers, 9 tasks, slowed down to be watched', source: 'first\nsecond\n' };
const options: FrameOptions = { columns: 80, rows: 24, now: 5e9 + 4e6, subject, mode: watching, paint: paint(0) };

function frame(events: readonly TraceEvent[], changed: Partial<FrameOptions> = {}): string[] {
  return render(sceneOf(events), { ...options, ...changed });
}
const find = (lines: readonly string[], text: string) => lines.find((line) => line.includes(text)) ?? 'no such line';
const panel = (lines: readonly string[], label: string) => {
  return lines.find((line) => line.startsWith(`   ${label} `)) ?? 'no such panel';
};
const queue = { queue: 'queue 1' };

/** A worker that has done one task in the first of five seconds, and is at its second. */
const busy = (() => {
  const actor = worker();
  const first = actor.span(1, 2, 'pool', 'task', { index: 0, value: '1' }, { value: '1' });
  const [second] = actor.span(2, 9, 'pool', 'task', { index: 3, value: '4' });
  return [...born, ...first, second];
})();

describe('the header', () => {
  it('has the title, what is shown, and the seconds', () => {
    const [header = ''] = frame(born);
    expect(header).toMatch(/^ pool · 3 workers, 9 tasks, slowed down to be watched +4\.0 s $/);
  });

  it('stands still and says so while the program is stopped', () => {
    expect(frame([...born, parent().instant(2, 'stage', 'stop')])[0]).toMatch(/stopped at 2\.0 s $/);
  });
});

describe('a lane', () => {
  it('has PID, name, blocks as long as the work took, and what is done now', () => {
    const line = find(frame(busy), '107');
    expect(line).toMatch(/^ {3}107 worker 1 +▐ 1 +▌▐ 4 +computing item 4$/);
    const axis = find(frame(busy), '╵0 s');
    expect(line.indexOf('▐ 1')).toBe(axis.indexOf('╵1'));
    expect(line.indexOf('▌')).toBe(axis.indexOf('╵2') - 1);
  });

  it('keeps its scale while time goes on, and then has another', () => {
    const at = (second: number) => find(frame(busy, { now: 5e9 + second * 1e6 }), '107').indexOf('▐ 4');
    expect(at(3)).toBe(at(4.9));
    expect(at(5.1)).toBeLessThan(at(4.9));
  });

  it('has dots where the process waits', () => {
    const [wait] = worker().span(1, 9, 'queue', 'get', queue);
    expect(find(frame([...born, wait]), '107')).toMatch(/107 worker 1 +·+ +waiting for an item of queue 1$/);
  });

  it('has arrows with what went in and out, or its number where that is too long', () => {
    const put = parent().span(1, 1.1, 'queue', 'put', { ...queue, value: '7' }, { ...queue, item: 1, size: 1 });
    const get = worker().span(2, 2.1, 'queue', 'get', queue, { ...queue, item: 1, size: 0, value: '7' });
    const lines = frame([...born, ...put, ...get]);
    expect(find(lines, '100 main')).toContain('↑7');
    expect(find(lines, '107 worker')).toContain('↓7');
    const long = parent().span(1, 1.1, 'queue', 'put', { ...queue, value: "'a long item'" }, { ...queue, item: 12, size: 1 });
    expect(find(frame([...born, ...long]), '100 main')).toContain('↑12');
  });

  it('ends in a cross where the process was killed', () => {
    const exit = parent().instant(3, 'process', 'exit', { child: 107, code: null, signal: 'SIGKILL' });
    expect(find(frame([...busy, exit]), '107')).toMatch(/▐ 4 +✗ +killed by SIGKILL$/);
  });

  it('of a thread stands under its process, without a PID', () => {
    const thread = new Actor(107, 3).named(0.2, 'helper');
    const lines = frame([...born, thread]);
    expect(lines[lines.findIndex((line) => line.includes('107')) + 1]).toMatch(/^ +└ helper/);
  });

  it('has two lines on a narrow terminal', () => {
    const lines = frame(busy, { columns: 50 });
    const row = lines.findIndex((line) => line.includes('107'));
    expect(lines.slice(row, row + 2)).toEqual([
      '   107 worker 1  computing item 4',
      expect.stringMatching(/^ +▐ 1 +▌▐ 4 +$/),
    ]);
  });
});

describe('more lanes than rows', () => {
  const children = Array.from({ length: 30 }, (_, index) => new Actor(200 + index).named(0.1, `child ${index}`, 100));
  const events = [...born, ...children];

  it('shows how many are missing', () => {
    const lines = frame(events);
    const shown = lines.filter((line) => /^ {3}\d+ /.test(line)).length;
    expect(lines).toContain(`   … and ${32 - shown} more`);
    expect(lines).toHaveLength(24);
  });

  it('says on a narrow terminal what all do, rather than what some have done', () => {
    const lines = frame(events.slice(0, 12), { columns: 50 });
    expect(lines.filter((line) => line.endsWith('idle'))).toHaveLength(10);
    expect(lines.join('\n')).not.toMatch(/╵0 s|more/);
  });

  it('shows the living rather than the dead', () => {
    const exit = (child: number) => parent().instant(1, 'process', 'exit', { child, code: 0, signal: null });
    const exits = children.slice(0, 20).map(({ pid }) => exit(pid));
    const lines = frame([...events, ...exits]).join('\n');
    expect(children.slice(20).every(({ pid }) => lines.includes(`${pid} `))).toBe(true);
  });
});

describe('panels', () => {
  const boss = parent();
  const [map] = boss.span(0.2, 9, 'pool', 'map', { pool: 'pool 1', function: 'square', items: 4, workers: 1 });
  const pool = [...born, map, boss.instant(0.3, 'pool', 'send', { to: 107, index: 0, count: 2 })];

  it('are not there without data', () => {
    expect(frame(born).join('\n')).not.toMatch(/waiting|results|queue|pipe|printed/);
  });

  it('show the items that wait, and results in the order of the items', () => {
    const done = worker().span(0.4, 1, 'pool', 'task', { index: 1, value: '2' }, { value: '4' });
    const lines = frame([...pool, ...done, boss.instant(1, 'pool', 'result', { from: 107, index: 1, count: 1 })]);
    expect(panel(lines, 'waiting')).toMatch(/^ {3}waiting +3 4$/);
    expect(panel(lines, 'results')).toMatch(/^ {3}results +1 of 4 {2}· 4 · · {2}in the order of the items$/);
  });

  it('show the first result that is missing, however many there are before it', () => {
    const [map] = boss.span(0.2, 9, 'pool', 'map', { pool: 'pool 1', function: 'square', items: 2000, workers: 1 });
    const tasks = Array.from({ length: 1500 }, (_, index) => [
      ...worker().span(1, 2, 'pool', 'task', { index, value: `${index}` }, { value: `${index * index}` }),
      boss.instant(2, 'pool', 'result', { from: 107, index, count: 1 }),
    ]);
    const line = panel(frame([...born, map, ...tasks.flat()]), 'results');
    expect(line).toMatch(/^ {3}results +1500 of 2000 {2}… (\d+ )+2247001 (· )+…$/);
    expect(line.length).toBeLessThanOrEqual(80);
  });

  it('show what is in a queue', () => {
    const put = (item: number) =>
      boss.span(1, 1, 'queue', 'put', { ...queue, value: `"${item}"` }, { ...queue, item, size: item });
    const get = worker().span(2, 2, 'queue', 'get', queue, { ...queue, item: 1, size: 2, value: '"1"' });
    const close = boss.instant(3, 'queue', 'close', queue);
    expect(panel(frame([...born, ...put(1), ...put(2), ...put(3), ...get, close]), 'queue 1')).toMatch(
      /^ {3}queue 1 +▮▮▯ {2}2 in it: "2" "3", closed$/,
    );
  });

  it('show what is on its way through a pipe, and who closed its ends', () => {
    const left = { pipe: 'pipe 1', end: 'left' };
    const send = boss.span(1, 1, 'pipe', 'send', { ...left, value: '"hi"' }, { ...left, message: '100.1' });
    const close = boss.instant(2, 'pipe', 'close', { pipe: 'pipe 1', end: 'right' });
    const lines = frame([...born, ...send, close]);
    expect(panel(lines, 'pipe 1')).toMatch(/^ {3}pipe 1 +left → right: "hi", 0 received$/);
    expect(panel(lines, 'closed')).toMatch(/^ {3}closed +right in main$/);
  });

  it('show who holds a lock, and how many wait', () => {
    const [hold] = boss.span(1, 9, 'lock', 'hold', { lock: 'lock 1' });
    const [wait] = worker().span(1, 9, 'lock', 'wait', { lock: 'lock 1' });
    expect(panel(frame([...born, hold, wait]), 'lock 1')).toMatch(/^ {3}lock 1 +held by 100, 1 waiting$/);
  });

  it('show shared memory and the last lines printed', () => {
    const cells = worker().instant(1, 'program', 'cells', { name: 'ages', values: [3, 5] });
    const printed = [1, 2, 3, 4].map((line) => boss.instant(2, 'output', 'stdout', { text: `line ${line}` }));
    const lines = frame([...born, cells, ...printed]);
    expect(find(lines, 'ages')).toMatch(/^ {3}ages +3 5$/);
    expect(lines.join('\n')).toMatch(/printed +line 2\n +line 3\n +line 4/);
  });
});

describe('the keys', () => {
  it.each([
    [80, ' space stop (SIGSTOP)   k kill a process (SIGKILL)   s source   q leave'],
    [50, ' space stop   k kill   s source   q leave'],
    [20, ' q leave'],
  ])('at %i columns', (columns, keys) => {
    expect(frame(born, { columns }).at(-1)).toBe(keys);
  });

  it('say how to continue while the program is stopped', () => {
    expect(frame([...born, parent().instant(2, 'stage', 'stop')]).at(-1)).toContain('space continue (SIGCONT)');
  });

  it('ask which process to kill, by the number beside it', () => {
    const mode = { kind: 'choosing', pids: [107, 108] } as const;
    const lines = frame([...born, new Actor(108).named(0.1, 'worker 2', 100)], { mode });
    expect(find(lines, '108')).toMatch(/^ 2 108 worker 2/);
    expect(find(lines, '100')).toMatch(/^ {3}100 main/);
    expect(lines.at(-1)).toBe(' kill which? 1 to 2   any other key: none of them');
  });

  it('stay at the bottom', () => {
    expect(frame(born)).toHaveLength(24);
    expect(frame(busy, { rows: 10 })).toHaveLength(10);
  });
});

it('the source is shown from a line on', () => {
  const lines = frame(born, { mode: { kind: 'reading', line: 1 } });
  expect(lines.join('\n')).toMatch(/\n {2}2 {2}second\n/);
  expect(lines.join('\n')).not.toContain('first');
});

it.each(recorded)('all that a program does is told in %s: every process has its lane at its end', (name) => {
  const events = recording(name);
  const text = frame(events, { now: events.at(-1)?.ts ?? 0 }).join('\n');
  const pids = new Set(events.filter(({ name }) => name === 'process_name').map(({ pid }) => pid));
  expect([...pids].filter((pid) => !text.includes(`${pid} `))).toEqual([]);
});
