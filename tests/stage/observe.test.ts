import { expect, it } from 'vitest';
import { Observer } from '../../src/stage/observe.js';
import type { ProcessRow } from '../../src/stage/processes/table.js';

const row: ProcessRow = { pid: 7, parent: 3, state: 'sleeping', threads: 7, cpuSeconds: 0.1, memoryBytes: 100 };

/** Shows an observer these moments, one a look. */
async function observe(moments: readonly ProcessRow[][], left = (_pid: number): boolean => false): Promise<Observer> {
  const rest = [...moments];
  const observer = new Observer({
    intervalMs: 1e6,
    list: async () => rest.shift() ?? [],
    find: () => undefined,
    hasLeft: (pid) => rest.length === 0 && left(pid),
  });
  observer.stop();
  while (rest.length > 0) {
    await observer.sample();
  }
  await observer.sample();
  return observer;
}

it('remembers the usual state, the most threads and memory, the last CPU and the first parent', async () => {
  const observer = await observe([
    [row],
    [{ ...row, state: 'running', threads: 11, memoryBytes: 300, cpuSeconds: 0.2 }],
    [{ ...row, state: 'running', cpuSeconds: 0.3 }],
    [{ ...row, state: 'zombie', parent: 1, threads: 1, memoryBytes: 0, cpuSeconds: 0.4 }],
  ]);
  expect(observer.summaries()).toEqual([
    { pid: 7, parent: 3, state: 'running', threads: 11, cpuSeconds: 0.4, memoryBytes: 300 },
  ]);
});

it('keeps processes that have ended, in the order of their appearance', async () => {
  const observer = await observe([[{ ...row, pid: 9 }], [row], [{ ...row, pid: 8, threads: undefined }]]);
  expect(observer.summaries().map(({ pid, threads }) => [pid, threads])).toEqual([[9, 7], [7, 7], [8, undefined]]);
  expect([9, 1].map((pid) => observer.hasSeen(pid))).toEqual([true, false]);
});

it('forgets a process that turns out not to be one of the program', async () => {
  const observer = await observe([[row, { ...row, pid: 8 }], [row]], (pid) => pid === 8);
  expect(observer.summaries().map(({ pid }) => pid)).toEqual([7]);
});
