import { setTimeout as sleep } from 'node:timers/promises';
import { Lock, Process, Queue, SharedArray, TimeoutError } from 'mp-tutor/multiprocessing';
import { describe, expect, it } from 'vitest';
import * as children from './fixtures/locks.mjs';
import { expectNobodyLeft, patiently, run, soon, timed, within } from './support.js';

expectNobodyLeft();
const { here } = children;

async function startHolder(lock: Lock) {
  const holds = new SharedArray('Int32Array', 1);
  const holder = new Process(here, children.keep, [lock, holds]).start();
  expect(await soon(() => holds.array[0] === holder.pid)).toBe(true);
  return holder;
}

describe('a lock', () => {
  it.each([2, 4])('lets one of %i processes in at a time: plain additions under it are exact', async (processes) => {
    const lock = new Lock();
    const numbers = new SharedArray('Int32Array', 1);
    const args = [lock, numbers, 1000] as const;
    const adders = Array.from({ length: processes }, () => new Process(here, children.add, args).start());
    await children.add(lock, numbers, 1000);
    await Promise.all(adders.map((child) => child.join()));
    expect(numbers.array[0]).toBe((processes + 1) * 1000);
  });

  it('lets one caller of a process in at a time, in their order', async () => {
    const lock = new Lock();
    const seen: string[] = [];
    await Promise.all(['a', 'b', 'c'].map((name) => lock.runExclusive(async () => {
      seen.push(`${name} in`);
      await sleep(5);
      seen.push(`${name} out`);
    })));
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  it('says what is missing to whoever does not await it', async () => {
    const lock = new Lock();
    const holder = await startHolder(lock);
    const acquired = lock.acquire();
    expect(() => lock.release()).toThrow(/does not hold it\. It still waits for it: write `await` before `acquire\(\)`\.$/);
    holder.kill();
    await acquired;
    lock.release();
  });

  it('leaves timers their turn while nobody else wants it', async () => {
    const lock = new Lock();
    let turns = 0;
    setImmediate(() => turns++);
    for (let time = 0; time < 1000; time++) {
      await lock.runExclusive(() => {});
    }
    expect(turns).toBe(1);
  });

  it('is not reentrant', async () => {
    const lock = new Lock();
    await lock.acquire();
    await expect(lock.acquire({ timeout: 50 })).rejects.toThrow(new TimeoutError(`Acquiring ${lock.name} took longer than 50 ms.`));
    lock.release();
    await lock.acquire({ timeout: 50 });
    lock.release();
  });

  it('can be released only by a process that holds it', async () => {
    const lock = new Lock();
    expect(() => lock.release()).toThrow(`${lock.name} cannot be released here: process ${process.pid} does not hold it.`);
    await lock.acquire();
    const answers = new Queue();
    const child = new Process(here, children.release, [lock, answers]).start();
    expect(await answers.get(patiently)).toBe(`${lock.name} cannot be released here: process ${child.pid} does not hold it.`);
    await child.join();
    lock.release();
    expect(() => lock.release()).toThrow('does not hold it');
  });

  it('is given back however the function that it protects ends', async () => {
    const lock = new Lock();
    expect(await lock.runExclusive(() => 'result')).toBe('result');
    await expect(lock.runExclusive(() => { throw new Error('inside'); })).rejects.toThrow('inside');
    await expect(lock.runExclusive(() => Promise.reject(new Error('later')))).rejects.toThrow('later');
    expect(await lock.acquire({ timeout: 0 })).toEqual({ deadHolder: undefined });
    lock.release();
  });

  it('is not had after the time limit, neither at once nor later', async () => {
    const lock = new Lock();
    const holder = await startHolder(lock);
    const took = await timed(() => expect(lock.acquire({ timeout: 60 })).rejects.toThrow(TimeoutError));
    expect(took).toBeGreaterThan(55);
    holder.kill();
    await holder.join();
    expect(() => lock.release()).toThrow('does not hold it');
  });
});

describe('when the holder ends', () => {
  it('by SIGKILL, the next has the lock within 200 ms and learns whose it was', async () => {
    const lock = new Lock();
    const holder = await startHolder(lock);
    const acquired = lock.acquire(patiently);
    await sleep(50);
    holder.kill();
    expect(await timed(async () => expect(await acquired).toEqual({ deadHolder: holder.pid }))).toBeLessThan(within(200));
    lock.release();
    expect(await lock.acquire()).toEqual({ deadHolder: undefined });
    lock.release();
    await holder.join();
  });

  it('without giving it back, whoever comes later has it at once', async () => {
    const lock = new Lock();
    const child = new Process(here, children.keepAndEnd, [lock]).start();
    await child.join();
    expect(await timed(async () => expect(await lock.acquire()).toEqual({ deadHolder: child.pid }))).toBeLessThan(within(50));
    lock.release();
  });

  it('one of many who wait takes over, and only that one is told', async () => {
    const lock = new Lock();
    const holder = await startHolder(lock);
    const answers = new Queue();
    const waiters = [1, 2, 3].map(() => new Process(here, children.acquire, [lock, answers]).start());
    for (const _ of waiters) {
      expect(await answers.get(patiently)).toBe('waiting');
    }
    await sleep(50);
    holder.kill();
    const told = [await answers.get(patiently), await answers.get(patiently), await answers.get(patiently)];
    expect(told.filter((each) => each !== 'given back')).toEqual([holder.pid]);
    await Promise.all([holder, ...waiters].map((child) => child.join()));
  });

  it('as a zombie, since its parent computes, it is taken over from too', async () => {
    const { said } = await run('locks.mjs');
    expect(said).toMatchObject({ takenOver: true });
    expect((said as { ms: number }).ms).toBeLessThan(within(300));
  });
});

describe('a process that takes the lock again and again', () => {
  it.each([0, 2])('lets others in before long (it holds it %i ms)', async (holdMs) => {
    const lock = new Lock();
    const numbers = new SharedArray('Int32Array', 2);
    const looping = new Process(here, children.loop, [lock, numbers, holdMs]).start();
    expect(await soon(() => Number(numbers.array[0]) > 3)).toBe(true);
    for (let turn = 0; turn < 10; turn++) {
      expect(await timed(() => lock.acquire(patiently))).toBeLessThan(within(150));
      lock.release();
      await sleep(10);
    }
    numbers.array[1] = 1;
    await looping.join();
  });

  it('goes to other processes too while one has callers in line all the time', async () => {
    const lock = new Lock();
    const numbers = new SharedArray('Int32Array', 3);
    const crowds = [3, 1].map((callers, index) => new Process(here, children.crowd, [lock, numbers, index, callers]).start());
    expect(await soon(() => Number(numbers.array[0]) > 1500)).toBe(true);
    expect(Number(numbers.array[1])).toBeGreaterThan(150);
    numbers.array[2] = 1;
    await Promise.all(crowds.map((child) => child.join()));
  });
});
