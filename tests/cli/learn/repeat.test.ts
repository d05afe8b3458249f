import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeat } from '../../../src/cli/learn/repeat.js';
import type { Facts } from '../../../src/trace/facts.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Runs of so many milliseconds each, started one after the other; what is ended early is known. */
function runsOf(ms: number) {
  const [done, ended]: [Facts[], number[]] = [[], []];
  let started = 0;
  const perform = (signal: AbortSignal): Promise<Facts> => new Promise((resolve, reject) => {
    const number = (started += 1);
    let isRunning = true;
    const timer = setTimeout(() => {
      isRunning = false;
      resolve({ number });
    }, ms);
    signal.addEventListener('abort', () => {
      if (!isRunning) {
        return;
      }
      clearTimeout(timer);
      ended.push(number);
      reject(signal.reason as Error);
    });
  });
  return { perform, onRun: (facts: Facts) => void done.push(facts), done, ended };
}

test('runs are done one after the other, as many as are wanted', async () => {
  const runs = runsOf(2000);
  const all = repeat({ ...runs, times: 4, atOnce: 1, budgetMs: 10_000, signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(7999);
  expect(runs.done).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(await all).toBe(true);
  expect(runs.done).toEqual([1, 2, 3, 4].map((number) => ({ number })));
  expect(vi.getTimerCount()).toBe(0);
});

test('when the time is up, the run of that moment is ended and not counted, and no other begins', async () => {
  const runs = runsOf(4000);
  const all = repeat({ ...runs, times: 4, atOnce: 1, budgetMs: 10_000, signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(9999);
  expect(runs.ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await all).toBe(false);
  expect(runs.done).toHaveLength(2);
  expect(runs.ended).toEqual([3]);
  expect(vi.getTimerCount()).toBe(0);
});

test('it is ended from outside, and what is wrong with a run is told', async () => {
  const leaving = new AbortController();
  const runs = runsOf(4000);
  const left = repeat({ ...runs, times: 4, atOnce: 1, budgetMs: 10_000, signal: leaving.signal });
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  expect(runs.ended).toEqual([1]);
  const broken = repeat({ ...runs, perform: () => Promise.reject(new Error('gone')), times: 4, atOnce: 1, budgetMs: 10_000, signal: new AbortController().signal });
  await expect(broken).rejects.toThrow('gone');
});

test('runs that do not get in each other\'s way are done at once', async () => {
  const runs = runsOf(4000);
  const all = repeat({ ...runs, times: 4, atOnce: 5, budgetMs: 10_000, signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(4000);
  expect(await all).toBe(true);
  expect(runs.done).toHaveLength(4);
});

test('of those at once, all are ended when the time is up', async () => {
  const runs = runsOf(12_000);
  const all = repeat({ ...runs, times: 4, atOnce: 2, budgetMs: 10_000, signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await all).toBe(false);
  expect(new Set(runs.ended)).toEqual(new Set([1, 2]));
});
