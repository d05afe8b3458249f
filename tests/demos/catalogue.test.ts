import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMMON, demos, type Offered, runtimesOf } from '../../src/demos/catalogue/index.js';
import type { Facts } from '../../src/trace/facts.js';

const demo = (name: string) => demos.find((each) => each.name === name) ?? demos[0];
const explain = (name: string, facts: Facts): string => demo(name)?.explain(facts).join('\n') ?? '';

describe.each(demos)('$name', (tested) => {
  const { name, summary, settings } = tested;

  test('has a program, and a summary for one line or two', () => {
    expect(existsSync(fileURLToPath(new URL(`../../src/demos/${name}.ts`, import.meta.url)))).toBe(runtimesOf(tested).includes('node'));
    expect(summary.length).toBeLessThan(120);
  });

  test('its settings hide no option of the command, and the common ones are numbers', () => {
    const taken = ['all', 'color', 'eject', 'help', 'json', 'limit', 'plain', 'runtime', 'source', 'startMethod', 'stdout', 'trace'];
    expect(Object.keys(settings).filter((each) => taken.includes(each) || !/^[a-z]+([A-Z][a-z]+)*$/.test(each))).toEqual([]);
    expect(COMMON.filter((each) => settings[each] !== undefined && 'values' in settings[each])).toEqual([]);
  });

  test.runIf(runtimesOf(tested).length > 1)('can be compared in Node and in Python', () => {
    expect('figures' in tested && 'contrast' in tested).toBe(true);
  });

  test('every setting has a default within its range, or says why there is none', () => {
    const isSound = (setting: string, offered: Offered): boolean =>
      'none' in offered
        ? offered.none.length > 10
        : 'values' in offered
          ? Object.hasOwn(offered.values, offered.default) && Object.keys(offered.values).length > 1
          : offered.default >= (setting === 'kill' ? 0 : offered.min) && offered.default <= offered.max;
    expect(Object.entries(settings).filter(([setting, offered]) => !isSound(setting, offered))).toEqual([]);
  });

  test.each(runtimesOf(tested))('what it suggests next to %s are commands that exist', (runtime) => {
    for (const { command } of tested.next({ items: 1, workers: 1 }, runtime)) {
      expect(demos.map((each) => each.name)).toContain(/^mp-tutor demo (\S+)/.exec(command)?.[1]);
    }
  });
});

describe('what you saw', () => {
  const pool = { tasks: 3, workerPids: 2, workers: 2, tasksByPid: { 11: [1, 3], 12: [2] }, deaths: [], retries: 0 };

  test('pool: names the first item that was done before an earlier one', () => {
    expect(explain('pool', { ...pool, completionOrder: [1, 3, 2] })).toMatch(/Item 3 was done before item 2/);
    expect(explain('pool', { ...pool, completionOrder: [1, 2, 3] })).toMatch(/in the order of the items this time/);
  });

  test('pool: says so when the machine is too busy for a comparison', () => {
    const measured = { ...pool, completionOrder: [1, 2, 3], measured: { one: 200, all: 100 } };
    expect(explain('pool', { ...measured, plain: { processes: 2, cores: 2, speedup: 1.95 } })).toMatch(
      /1 worker 0\.20 s, 2 workers 0\.10 s, 2\.0 times as fast\. This machine allows about 1\.95 times: so much faster are 2 plain busy processes/,
    );
    expect(explain('pool', { ...measured, plain: { processes: 2, cores: 2, speedup: 1.1 } })).toMatch(/Something else is using the 2 cores/);
  });

  test('pool: counts replacements, and tells a task that was given up from one that was saved', () => {
    const died = { name: 'worker 1', signal: 'SIGKILL' };
    const killed = { ...pool, workers: 3, completionOrder: [1, 2, 3], deaths: [{ ...died, pid: 13 }], retries: 1 };
    expect(explain('pool', killed)).toMatch(
      /done by 2 worker processes[^]*13 died by SIGKILL, before it had done any task\. The pool noticed, started another worker, and tried the task again\./,
    );
    expect(explain('pool', { ...killed, deaths: [13, 14].map((pid) => ({ ...died, pid })) })).toContain('13 and 14 died by SIGKILL, before any of them had done a task.');
    expect(explain('pool', { ...killed, deaths: [{ ...died, pid: 11 }] })).toContain('in the middle of a task; before that, 11 had done 2 tasks');
    expect(explain('pool', killed)).not.toMatch(/gave that task up/);
    expect(explain('pool', { ...killed, mapError: 'WorkerDiedError: x' })).toMatch(/Then it gave that task up: map failed with WorkerDiedError/);
  });

  test('shared-array: a race that lost nothing is called luck, except with one process', () => {
    const race = { squares: [1, 4], increments: 2000, plain: 2000, atomic: 2000, locked: 2000, lostUpdates: 0, deaths: [] };
    expect(explain('shared-array', { ...race, workers: 2 })).toMatch(/by luck/);
    expect(explain('shared-array', { ...race, workers: 1, processes: 3 })).toMatch(/nobody to race with/);
    expect(explain('shared-array', { ...race, workers: 2, lostUpdates: 500 })).toMatch(/500 were lost: two processes read the same number/);
  });

  describe('queue: what a dead consumer held', () => {
    const died = { largestQueue: 2, longestPutMs: 1, leftInQueue: 1, deaths: [{ pid: 5, name: 'consumer 1', signal: 'SIGKILL' }], getsByPid: { 5: ['1', '2'], 6: ['3', "'end'"] } };

    test.each([
      { facts: { kill: 2 }, says: /consumer 1 \(5\) died by SIGKILL\. Item 2, which it had taken, is lost; no other is\. The 'end'/ },
      { facts: { output: ['process 5 has done item 2'] }, says: /It had done item 2, and held none\./ },
      { facts: {}, says: /Item 2, the last that it had taken, may be lost with it\./ },
      { facts: { getsByPid: { 6: ['3'] } }, says: /It held nothing\./ },
    ])('$says', ({ facts, says }) => {
      expect(explain('queue', { ...died, ...facts })).toMatch(says);
    });
  });

  test('queue: a producer that waited in vain is not said to have waited for long, nor to have put the ends', () => {
    const facts = { getsByPid: { 5: ['1'] }, largestQueue: 4, longestPutMs: 0, puts: 5, items: 10, workers: 1, deaths: [{ pid: 4, name: 'producer', signal: 'SIGTERM' }] };
    expect(explain('queue', facts)).toMatch(/the producer had to wait for room, at last in vain\.\n/);
    expect(explain('queue', facts)).toMatch(/The producer \(4\) waited for room that nobody made any more, so the parent ended it by SIGTERM\./);
  });

  test('pipe: only what was sent and not received is lost', () => {
    const facts = { sends: 3, recvs: 3, brokenPipes: 0, deaths: [{ pid: 5, name: 'receiver', signal: 'SIGKILL' }] };
    expect(explain('pipe', facts)).not.toMatch(/lost/);
    expect(explain('pipe', { ...facts, sends: 5 })).toMatch(/2 messages that had been sent and not received are lost\./);
  });

  test('semaphore and sentinel: what is suggested next counts with as many processes as there were', () => {
    const commands = (name: string) => demo(name)?.next({ workers: 4 }, 'node').map(({ command }) => command);
    expect(commands('semaphore')).toContain('mp-tutor demo semaphore --workers 4 --places 4');
    expect(commands('sentinel')).toContain('mp-tutor demo sentinel --workers 4 --sentinels 3');
  });

  test('choosing: no crash is told of where there are fewer jobs than its number', () => {
    const each = { loop: 1, processes: 1, threads: 1, async: 1 };
    const facts = { items: 1, crash: 2, ms: each, memory: each, done: each, left: each };
    expect(demo('choosing')?.table?.(facts)[0]).not.toContain('after a crash');
    expect(demo('choosing')?.table?.({ ...facts, crash: 1 })[0]).toContain('after a crash');
  });

  test('choosing: the memory of a way that somebody ended is not that of all', () => {
    const [ms, done] = [{ processes: 9, threads: 9 }, { processes: 3, threads: 3 }];
    const facts = { items: 3, ms, done, memory: { processes: 40, threads: 20 } };
    expect(explain('choosing', facts)).toContain('All processes together had 40 MB');
    expect(explain('choosing', { ...facts, done: { ...done, processes: 2 } })).not.toContain('together');
    expect(explain('choosing', { ...facts, ms: { processes: 9, threads: null } })).not.toContain('together');
  });

  test('false-sharing: what lies in one cache line is no reason for a difference between the two', () => {
    expect(explain('false-sharing', { nearMs: 20, farMs: 10, bytes: 6 })).toMatch(/cells 4 bytes apart[^]*held back alike/);
    expect(explain('false-sharing', { nearMs: 20, farMs: 10, bytes: 64 })).toMatch(/goes to and fro/);
    expect(explain('false-sharing', { nearMs: 2, farMs: 0.1, bytes: 64 })).toMatch(/so short/);
    expect(explain('false-sharing', { nearMs: 6, farMs: 10, bytes: 64 })).toMatch(/neighbours were not clearly slower/);
  });

  test('deadlock: a ring is told of where it hung and all were alive', () => {
    const output = ['process 1 has its first lock', 'process 2 has its first lock'];
    const facts = { order: 'ring', workers: 2, output, hung: true, elapsedMs: 7000, deaths: [] };
    expect(explain('deadlock', facts)).toMatch(/: a ring\./);
    expect(explain('deadlock', { ...facts, hung: false })).not.toMatch(/a ring\./);
    expect(explain('deadlock', { ...facts, deaths: [{ pid: 5, name: 'worker 1', signal: 'SIGKILL' }] })).not.toMatch(/a ring\./);
  });

  test('eof: a sender that was done before the parent is not said to have had the last copy', () => {
    const facts = { eofs: 1, sends: 0, recvs: 0, close: 'after', items: 0, delay: 0 };
    expect(explain('eof', facts)).toMatch(/when the last copy of the other end was closed/);
    expect(explain('eof', { ...facts, items: 2, delay: 10 })).toMatch(/when the copy of the sender was closed/);
  });

  test('exceptions: a worker is said to have caught one only where it did', () => {
    const facts = { sameWorkers: true, results: 7, items: 8, error: 'none', way: 'inside' };
    expect(explain('exceptions', facts)).not.toMatch(/catches the exception/);
    expect(explain('exceptions', { ...facts, results: 8, way: 'map' })).not.toMatch(/catches the exception/);
    expect(explain('exceptions', { ...facts, way: 'imap' })).toMatch(/catches the exception/);
  });

  test('amdahl: a run of one process has not ended early', () => {
    expect(explain('amdahl', { workers: 1, alone: 25, counts: [1], tookMs: [100] })).not.toMatch(/ended before/);
  });

  test('gil-and-event-loop: there is time for all four ways on one core', () => {
    expect(demo('gil-and-event-loop')?.limitMs?.({ compute: 5000 })).toBeGreaterThan((1 + 2 + 2 + 2) * 5000 * 2);
  });
});

describe('what you saw in Python', () => {
  const run = { startMethod: 'fork', gil: true, hung: false, elapsedMs: 8000, deaths: [] };
  const dead = [{ pid: 13, name: 'ForkPoolWorker-2', signal: 'SIGKILL' }];

  test('pool: a task whose worker died is not tried again, and map waits for ever', () => {
    const facts = { ...run, hung: true, kill: 2, workers: 3, tasks: 8, workerPids: 3, tasksByPid: { 11: [1], 12: [3] }, completionOrder: [1, 3], mapError: null, deaths: dead };
    expect(explain('pool', facts)).toMatch(/13 died by SIGKILL, before it had done any task\.[^]*nobody does it again, and map waits[^]*it hung, so it was ended/);
    expect(explain('pool', facts)).not.toMatch(/puts them back|gave that task up|retr/);
  });

  test('pool: of a worker that the viewer killed is not said what it held', () => {
    const facts = { ...run, hung: true, kill: 0, workers: 3, tasks: 8, workerPids: 3, tasksByPid: { 11: [1], 12: [3] }, completionOrder: [1, 3], deaths: dead };
    expect(explain('pool', facts)).toMatch(/13 died by SIGKILL\. The pool noticed[^]*a task or the lock of the queue of tasks, does not come back/);
  });

  test('shared-array: the Array has a lock, and updates are lost; a dead holder keeps it', () => {
    const race = { ...run, workers: 2, squares: [1, 4], increments: 2000, plain: 1500, locked: 2000, lostUpdates: 500, kill: 0 };
    expect(explain('shared-array', race)).toMatch(/500 were lost, although the Array has a lock[^]*around the whole of it: 0\./);
    expect(explain('shared-array', { ...race, lostUpdates: 0 })).toMatch(/by luck/);
    expect(explain('shared-array', { ...run, hung: true, kill: 3, squares: null, increments: null })).toMatch(/cell 3 killed itself while it held the lock[^]*it hung/);
    expect(explain('shared-array', race)).not.toMatch(/Atomics/);
  });

  test('threads: the GIL is named only where there is one', () => {
    const kind = { startMs: 1, memoryMb: 12, messageUs: 10, workMs: 900, aloneMs: 400, togetherMs: 390, takes: { error: 'it', SIGKILL: 'the whole program' }, shares: {} };
    const facts = { ...run, workers: 2, process: kind, thread: kind };
    expect(explain('threads', facts)).toMatch(/0\.40 s by one and 0\.39 s by 2 in threads[^]*that is the GIL/);
    expect(explain('threads', { ...facts, gil: false })).not.toMatch(/GIL/);
    expect(demo('threads')?.table?.(facts).flat()).toContain('a multiprocessing.Array');
  });

  test.each(demos)('$name: a run that hung, of which no fact is known, is told without figures', (tested) => {
    expect(tested.explain({ ...run, hung: true, kill: 1, items: 3, workers: 2 }).join()).toMatch(/it hung/);
  });

  test.each(demos.filter((each) => runtimesOf(each).length > 1))('$name: the same figures are compared in Node and in Python', (tested) => {
    const facts = { processes: 3, deaths: [], workers: 2 };
    expect(Object.keys(tested.figures?.(facts) ?? {})).toEqual(Object.keys(tested.figures?.({ ...facts, ...run }) ?? {}));
  });
});
