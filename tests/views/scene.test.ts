import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../src/trace/event.js';
import { sceneOf } from '../../src/views/index.js';
import { doing, inOrder } from '../../src/views/scene/doing.js';
import { waitingCount, waitingItems } from '../../src/views/scene/pool.js';
import { mainLane, programTime } from '../../src/views/scene/scene.js';
import { Actor, born, parent, worker } from './traces.js';

/** What a process is doing after these events. */
function doingAfter(pid: number, events: readonly TraceEvent[]): string {
  const scene = sceneOf(events);
  const lane = mainLane(scene, pid);
  return lane === undefined ? 'unknown' : doing(scene, lane);
}

describe('processes', () => {
  const [main, started, named] = born;

  it('are starting until they say their name, then idle', () => {
    expect(doingAfter(107, [main, started])).toBe('starting');
    expect(doingAfter(107, [main, started, named])).toBe('idle');
  });

  it.each([
    [{ code: 0, signal: null }, 'ended'],
    [{ code: 3, signal: null }, 'ended with exit code 3'],
    [{ code: null, signal: 'SIGKILL' }, 'killed by SIGKILL'],
  ])('end: %o', (how, words) => {
    const exit = parent().instant(1, 'process', 'exit', { child: 107, ...how });
    expect(doingAfter(107, [...born, exit])).toBe(words);
  });

  it('are dead as soon as the viewer has killed them, even while the parent is stopped', () => {
    const { pid, tid } = born[0];
    const stage = { ph: 'i', cat: 'stage', pid, tid } as const;
    const stop: TraceEvent = { ...stage, name: 'stop', ts: born[2].ts + 1, args: {} };
    const kill: TraceEvent = { ...stage, name: 'kill', ts: born[2].ts + 2, args: { target: 107 } };
    expect(doingAfter(107, [...born, stop, kill])).toBe('killed by SIGKILL');
    expect(doingAfter(100, [...born, stop, kill])).toBe('stopped');
  });

  it('take what they have begun, and their threads, with them when they die', () => {
    const [task] = worker().span(0.2, 1, 'pool', 'task', { index: 3, value: '16' });
    const thread = new Actor(107, 5).named(0.3, 'helper');
    const exit = parent().instant(0.5, 'process', 'exit', { child: 107, code: null, signal: 'SIGKILL' });
    const scene = sceneOf([...born, task, thread, exit]);
    expect(mainLane(scene, 107)).toMatchObject({ open: [], blocks: [{ label: '4', end: 0.5e6, outcome: 'killed' }] });
    expect(scene.lanes.get('107/5')?.life).toEqual({ kind: 'killed', at: 0.5e6, signal: 'SIGKILL' });
  });

  it('stand behind their parent with their threads, even if they speak first', () => {
    const [child, main, thread] = [new Actor(107), new Actor(100), new Actor(100, 3)];
    const events = [child.named(0, 'child', 100), main.named(1, 'main', 99), thread.named(2, 'thread')];
    expect(inOrder(sceneOf(events)).map(({ name }) => name)).toEqual(['main', 'thread', 'child']);
  });
});

describe('what a process is doing', () => {
  it.each([
    ['process', 'run', { name: 'worker 1', function: 'square' }, 'running square()'],
    ['process', 'join', { child: 4107 }, 'waiting for 4107 to end'],
    ['pool', 'map', { pool: 'pool 1', function: 'square', items: 9, workers: 3 }, 'waiting for results'],
    ['pool', 'task', { index: 3, value: '16' }, 'computing item 4'],
    ['queue', 'put', { queue: 'queue 1', value: '1' }, 'waiting for room in queue 1'],
    ['queue', 'get', { queue: 'queue 1' }, 'waiting for an item of queue 1'],
    ['pipe', 'send', { pipe: 'pipe 1', end: 'left', value: '1', bytes: 1 }, 'sending on pipe 1'],
    ['pipe', 'recv', { pipe: 'pipe 1', end: 'left' }, 'waiting for a message on pipe 1'],
    ['lock', 'wait', { lock: 'lock 1' }, 'waiting for lock 1'],
    ['lock', 'hold', { lock: 'lock 1' }, 'holds lock 1'],
    ['program', 'work', { item: 3 }, 'work 3'],
    ['gate', 'pass', {}, 'pass'],
  ])('%s %s', (cat, name, args, words) => {
    const [begin, end] = worker().span(0.2, 1, cat, name, args);
    expect(doingAfter(107, [...born, begin])).toBe(words);
    expect(doingAfter(107, [...born, begin, end])).toBe('idle');
  });

  it('is the latest thing begun, and which lock it holds meanwhile', () => {
    const actor = worker();
    const [hold] = actor.span(0.2, 1, 'lock', 'hold', { lock: 'lock 1' });
    const [wait] = actor.span(0.3, 1, 'lock', 'wait', { lock: 'lock 2' });
    expect(doingAfter(107, [...born, hold, wait])).toBe('waiting for lock 2, holds lock 1');
  });

  it('goes back to what was begun before when two of a kind overlap', () => {
    const actor = worker();
    const [first] = actor.span(0.2, 1, 'program', 'first');
    const [second, secondEnds] = actor.span(0.3, 0.5, 'program', 'second');
    expect(doingAfter(107, [...born, first, second, secondEnds])).toBe('first');
  });

  it('is nothing while the program is stopped', () => {
    expect(doingAfter(107, [...born, parent().instant(1, 'stage', 'stop')])).toBe('stopped');
  });
});

describe('the program’s time', () => {
  const stop = parent().instant(1, 'stage', 'stop');
  const go = parent().instant(4, 'stage', 'continue');
  const at = (second: number) => 5e9 + second * 1e6;

  it('stands still while the program is stopped, and goes on from there', () => {
    expect(programTime(sceneOf([...born, stop]), at(3))).toBe(1e6);
    expect(programTime(sceneOf([...born, stop, go]), at(5))).toBe(2e6);
  });

  it('of a block does not hold the time that it was stopped', () => {
    const [begin, end] = worker().span(0.5, 5, 'pool', 'task', { index: 0, value: '1' });
    const scene = sceneOf([...born, begin, stop, go, end]);
    expect(mainLane(scene, 107)?.blocks).toMatchObject([{ start: 0.5e6, end: 2e6 }]);
  });
});

describe('a pool', () => {
  const boss = parent();
  const [map] = boss.span(0.2, 9, 'pool', 'map', { pool: 'pool 1', function: 'square', items: 4, workers: 2 });
  const send = (index: number, count = 1) => boss.instant(0.3, 'pool', 'send', { to: 107, index, count });
  const poolAfter = (...events: TraceEvent[]) => {
    const pool = sceneOf([...born, map, ...events]).pools.get('100 ');
    return pool && { ...pool, waiting: waitingItems(pool, 9), count: waitingCount(pool) };
  };

  it('has all items waiting at first, and those sent no longer', () => {
    expect(poolAfter()).toMatchObject({ waiting: [0, 1, 2, 3], count: 4 });
    expect(poolAfter(send(0, 2))).toMatchObject({ waiting: [2, 3], count: 2 });
  });

  it('has a result when the parent has it', () => {
    const [begin, end] = worker().span(0.4, 1, 'pool', 'task', { index: 1, value: '2' }, { value: '4' });
    const result = boss.instant(1.1, 'pool', 'result', { from: 107, index: 1, count: 1 });
    expect(poolAfter(send(0, 2), begin, end)?.results).toEqual([]);
    expect(poolAfter(send(0, 2), begin, end, result)).toMatchObject({ results: [undefined, '4'], back: 1 });
  });

  it('has an item waiting again when its worker died, until it is sent again', () => {
    const retry = boss.instant(1, 'pool', 'retry', { index: 0, count: 1, died: 107 });
    expect(poolAfter(send(0, 4), retry)).toMatchObject({ waiting: [0], count: 1 });
    expect(poolAfter(send(0, 4), retry, send(0))).toMatchObject({ waiting: [], count: 0 });
  });
});

describe('a queue', () => {
  const producer = parent();
  const consumer = worker();
  const put = (item: number, size: number) =>
    producer.span(1, 1, 'queue', 'put', { queue: 'queue 1', value: `"${item}"` }, { queue: 'queue 1', item, size });
  const get = (item: number, size: number) =>
    consumer.span(1, 1, 'queue', 'get', { queue: 'queue 1' }, { queue: 'queue 1', item, size, value: `"${item}"` });
  const queueAfter = (...events: TraceEvent[]) => sceneOf([...born, ...events]).queues.get('queue 1');

  it('holds what was put and not taken', () => {
    const queue = queueAfter(...put(1, 1), ...put(2, 2), ...get(1, 1));
    expect(queue).toMatchObject({ size: 1, peak: 2, items: [{ number: 2, value: '"2"' }], closed: false });
  });

  it('is empty even if the taker told of it before the putter', () => {
    expect(queueAfter(...get(1, 0), ...put(1, 1))).toMatchObject({ size: 0, items: [] });
  });

  it('has held what was left in it when the first item was taken', () => {
    expect(queueAfter(...get(1, 2))).toMatchObject({ size: 2, peak: 2 });
  });

  it('is not changed by a wait in vain', () => {
    const inVain = consumer.span(1, 2, 'queue', 'get', { queue: 'queue 1' }, { queue: 'queue 1', timeout: true });
    expect(queueAfter(...put(1, 1), ...inVain)).toMatchObject({ size: 1, items: [{ number: 1 }] });
  });

  it('can be closed', () => {
    const close = producer.instant(2, 'queue', 'close', { queue: 'queue 1' });
    expect(queueAfter(...put(1, 1), close)).toMatchObject({ size: 1, closed: true });
  });
});

describe('a pipe', () => {
  const sender = parent();
  const receiver = worker();
  const left = { pipe: 'pipe 1', end: 'left' };
  const right = { pipe: 'pipe 1', end: 'right' };
  const send = (message: string) =>
    sender.span(1, 1, 'pipe', 'send', { ...left, value: `"${message}"`, bytes: 3 }, { ...left, message });
  const receive = (message: string) => receiver.span(1, 1, 'pipe', 'recv', right, { ...right, message });
  const pipeAfter = (...events: TraceEvent[]) => sceneOf([...born, ...events]).pipes.get('pipe 1');

  it('holds what was sent and not received', () => {
    const pipe = pipeAfter(...send('100.1'), ...send('100.2'), ...receive('100.1'));
    expect(pipe).toMatchObject({ messages: [{ name: '100.2', value: '"100.2"', from: 'left' }], received: 1 });
  });

  it('is empty even if the receiver told of it before the sender', () => {
    expect(pipeAfter(...receive('100.1'), ...send('100.1'))).toMatchObject({ messages: [], received: 1 });
  });

  it('knows who closed which end', () => {
    const close = sender.instant(2, 'pipe', 'close', left);
    expect(pipeAfter(close, close)).toMatchObject({ closed: [{ pid: 100, end: 'left' }] });
  });
});

describe('a long history', () => {
  it('of tiny pieces of work close together is remembered as one', () => {
    const actor = worker();
    const pieces = Array.from({ length: 10_000 }, (_, index) => {
      const at = 1 + index * 1e-4;
      return [
        ...actor.span(at, at + 2e-5, 'lock', 'wait', { lock: 'lock 1' }),
        ...actor.span(at + 2e-5, at + 5e-5, 'lock', 'hold', { lock: 'lock 1' }),
      ];
    });
    const lane = mainLane(sceneOf([...born, ...pieces.flat()]), 107);
    expect(lane?.blocks).toMatchObject([
      { kind: 'wait', count: 10_000 },
      { kind: 'hold', label: 'lock 1', count: 10_000 },
    ]);
  });

  it('keeps longer pieces apart, however soon one follows the other', () => {
    const actor = worker();
    const task = (index: number) => actor.span(index, index + 0.9999, 'pool', 'task', { index, value: '1' });
    const lane = mainLane(sceneOf([...born, ...task(1), ...task(2)]), 107);
    expect(lane?.blocks).toMatchObject([{ label: '2' }, { label: '3' }]);
  });

  it('keeps tiny pieces apart that can be told apart', () => {
    const actor = worker();
    const pieces = [0, 1, 2].flatMap((second) => actor.span(second, second + 1e-4, 'lock', 'hold', { lock: 'lock 1' }));
    expect(mainLane(sceneOf([...born, ...pieces]), 107)?.blocks).toHaveLength(3);
  });
});

it('an end without a beginning changes nothing', () => {
  const [, end] = worker().span(0.2, 1, 'pool', 'task', { index: 0 }, { value: '1' });
  expect(mainLane(sceneOf([...born, end]), 107)?.blocks).toEqual([]);
});

it('remembers what shared memory holds, what is counted, and what is printed', () => {
  const scene = sceneOf([
    ...born,
    worker().instant(1, 'program', 'cells', { name: 'ages', values: [3, 5] }),
    worker().instant(2, 'program', 'cells', { name: 'ages', values: [3, 6] }),
    worker().counter(3, 'done', { items: 4 }),
    parent().instant(4, 'output', 'stdout', { text: 'hello\u0007' }),
  ]);
  expect(scene).toMatchObject({ printed: ['hello'], cells: new Map([['ages', ['3', '6']], ['done', ['4']]]) });
});
