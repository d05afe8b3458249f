import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Activity, isQuiet, Limit } from '../../src/stage/limit.js';

const activity = (events: number, ...cpuSeconds: number[]): Activity =>
  ({ events, cpuSeconds: new Map(cpuSeconds.map((seconds, pid) => [pid, seconds])) });

describe('a program', () => {
  it.each([
    ['is quiet when nothing happens', activity(3, 1, 2), activity(3, 1, 2), true],
    ['is quiet when its processes wake for a moment', activity(3, 1, 2), activity(3, 1.03, 2.02), true],
    ['is not quiet when one of them computes', activity(3, 1, 2), activity(3, 1, 2.05), false],
    ['is not quiet when one of them is new', activity(3, 1), activity(3, 1, 0), false],
    ['is not quiet when something is written', activity(3, 1), activity(4, 1), false],
    ['is quiet when one of them has gone', activity(3, 1, 2), activity(3, 1), true],
  ])('%s', (_, before, after, quiet) => {
    expect(isQuiet(before, after)).toBe(quiet);
  });
});

describe('a limit', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const calls = (limitMs: number, now: () => Activity, patienceMs?: number): { limit: Limit; reached: boolean[] } => {
    const reached: boolean[] = [];
    return { reached, limit: new Limit(limitMs, async () => now(), (hung) => reached.push(hung), patienceMs) };
  };

  it('compares its moment with that of a second earlier', async () => {
    const moments = [activity(1, 1), activity(1, 1)];
    const { reached } = calls(5000, () => moments.shift() ?? activity(9));
    await vi.advanceTimersByTimeAsync(3999);
    expect(moments).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(moments).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reached).toEqual([true]);
  });

  it('below a second calls nothing hung', async () => {
    const { reached } = calls(900, () => activity(0));
    await vi.advanceTimersByTimeAsync(900);
    expect(reached).toEqual([false]);
  });

  it('is reached also when nothing can be measured, and then nothing is called hung', async () => {
    const { reached } = calls(2000, () => {
      throw new Error('broken by a test');
    });
    await vi.advanceTimersByTimeAsync(2000);
    expect(reached).toEqual([false]);
  });

  it('waits while it is paused, and looks back a second without the pause', async () => {
    let moments = 0;
    const { limit, reached } = calls(2000, () => activity(moments++ > 1 ? 1 : 0));
    await vi.advanceTimersByTimeAsync(1500);
    limit.pause();
    await vi.advanceTimersByTimeAsync(60_000);
    limit.resume();
    limit.resume();
    await vi.advanceTimersByTimeAsync(499);
    expect(reached).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(reached).toEqual([true]);
  });

  it('with patience is reached as soon as a second was quiet', async () => {
    const moments = [1, 2, 3, 3, 9].map((events) => activity(events));
    const { reached } = calls(2000, () => moments.shift() ?? activity(0), 20_000);
    await vi.advanceTimersByTimeAsync(3999);
    expect(reached).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(reached).toEqual([true]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reached).toEqual([true]);
    expect(moments).toHaveLength(1);
  });

  it('has an end to its patience', async () => {
    let events = 0;
    const { reached } = calls(2000, () => activity(events++), 3000);
    await vi.advanceTimersByTimeAsync(4999);
    expect(reached).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(reached).toEqual([false]);
  });

  it('once cancelled is never reached', async () => {
    const { limit, reached } = calls(2000, () => activity(0));
    limit.cancel();
    limit.resume();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reached).toEqual([]);
  });

  it.each([Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])('of %s is not reached at once', async (limitMs) => {
    const { limit, reached } = calls(limitMs, () => activity(0));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reached).toEqual([]);
    limit.cancel();
  });
});
