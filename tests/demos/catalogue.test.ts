import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { demos, type Offered } from '../../src/demos/catalogue/index.js';
import type { Facts } from '../../src/trace/facts.js';

const demo = (name: string) => demos.find((each) => each.name === name) ?? demos[0];
const explain = (name: string, facts: Facts): string => demo(name)?.explain(facts).join('\n') ?? '';

describe.each(demos)('$name', (tested) => {
  const { name, summary, settings } = tested;

  test('has a program, and a summary for one line or two', () => {
    expect(existsSync(fileURLToPath(new URL(`../../src/demos/${name}.ts`, import.meta.url)))).toBe(true);
    expect(summary.length).toBeLessThan(120);
  });

  test('every setting has a default within its range, or says why there is none', () => {
    const isSound = (setting: string, offered: Offered): boolean =>
      'none' in offered
        ? offered.none.length > 10
        : offered.default >= (setting === 'kill' ? 0 : offered.min) && offered.default <= offered.max;
    expect(Object.entries(settings).filter(([setting, offered]) => !isSound(setting, offered))).toEqual([]);
  });

  test('what it suggests next are commands that exist', () => {
    for (const { command } of tested.next({ items: 1, workers: 1 })) {
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

  test('queue: what a dead consumer held is named as lost', () => {
    const facts = { getsByPid: { 5: [1, 2], 6: [3, "'end'"] }, largestQueue: 2, longestPutMs: 1, leftInQueue: 1, deaths: [{ pid: 5, name: 'consumer 1', signal: 'SIGKILL' }] };
    expect(explain('queue', facts)).toMatch(/consumer 1 \(5\) died by SIGKILL\. Item 2, which it had taken, is lost; no other is/);
  });
});
