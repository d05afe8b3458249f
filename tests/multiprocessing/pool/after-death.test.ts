import { setTimeout as sleep } from 'node:timers/promises';
import { Pipe, PoolClosedError, SharedArray, WorkerDiedError } from 'mp-tutor/multiprocessing';
import { describe, expect, it } from 'vitest';
import * as tasks from '../fixtures/tasks.mjs';
import { expectNobodyLeft, ownChildren, run, soon } from '../support.js';
import { startPool, terminatePools, upTo } from './pools.js';

expectNobodyLeft();
terminatePools();

describe('a worker that is killed', () => {
  it('in the middle of a task is replaced at once, and the task is done again', async () => {
    const counts = new SharedArray('Int32Array', 1);
    const pool = startPool({ workers: 1, args: [counts] });
    const [victim = 0] = pool.pids;
    const applied = pool.apply(tasks.countAndWait, 300);
    expect(await soon(() => counts.array[0] === 1)).toBe(true);
    process.kill(victim, 'SIGKILL');
    const worker = await applied;
    expect(pool.pids).toEqual([worker]);
    expect(worker).not.toBe(victim);
    expect(counts.array[0]).toBe(2);
  });

  it('while it has nothing to do is replaced too', async () => {
    const pool = startPool();
    await pool.ready();
    const [victim = 0, other = 0] = pool.pids;
    process.kill(victim, 'SIGKILL');
    expect(await soon(() => pool.pids.length === 2 && !pool.pids.includes(victim))).toBe(true);
    expect(pool.pids).toContain(other);
    expect(await pool.map(tasks.square, [1, 2, 3])).toEqual([1, 4, 9]);
  });

  it.each([undefined, 5])('costs no other task its result (chunkSize %s)', async (chunkSize) => {
    const counts = new SharedArray('Int32Array', 30);
    const pool = startPool({ args: [counts] });
    const results = await pool.map(tasks.dieOnceAt3, upTo(30), { ...(chunkSize !== undefined && { chunkSize }) });
    expect(results).toEqual(upTo(30));
    expect(counts.array[3]).toBe(2);
    expect(Math.max(...counts.array)).toBe(2);
  });

  it('again and again, in the middle of whatever it does, loses no result and doubles none', async () => {
    const counts = new SharedArray('Int32Array', 40);
    const pool = startPool({ retries: 1000, args: [counts] });
    const begun = (): number => counts.array.reduce((sum, count) => sum + count);
    const mapped = pool.map(tasks.squareAndCount, upTo(40));
    for (let kill = 0; kill < 12; kill++) {
      const before = begun();
      expect(await soon(() => begun() > before + 1)).toBe(true);
      process.kill(pool.pids[kill % 2] ?? 0, 'SIGKILL');
    }
    expect(await mapped).toEqual(upTo(40).map((n) => n * n));
    expect(begun()).toBeGreaterThan(40);
  });
});

describe('a task that kills its worker', () => {
  const victim = 3;

  it('fails after its retries, naming the task, the process and the signal; a map fails with it', async () => {
    const pool = startPool({ args: [victim] });
    const error: unknown = await pool.map(tasks.killAt, upTo(10)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WorkerDiedError);
    expect(error).toMatchObject({ signal: 'SIGKILL', exitCode: undefined });
    expect((error as WorkerDiedError).message).toMatch(
      /^3 workers, one after the other, died while they did task 3 of killAt \(item 3\)\. The last was process \d+, ended by SIGKILL\.$/,
    );
    expect(await pool.map(tasks.square, [1, 2])).toEqual([1, 4]);
  });

  it.each([0, 1, 2])('leaves the other calls of apply their results with %i retries', async (retries) => {
    const pool = startPool({ args: [victim], retries });
    // A first call, by which the pool learns that such tasks are short and may travel together.
    await pool.map(tasks.killAt, [7, 8, 9]);
    const outcomes = await Promise.allSettled(upTo(60).map((n) => pool.apply(tasks.killAt, n)));
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([victim]);
    expect(outcomes[victim]).toMatchObject({ reason: expect.objectContaining({ name: 'WorkerDiedError' }) });
  });

  it('leaves the other items of imap their results', async () => {
    const stream = startPool({ args: [victim], retries: 1 }).imap(tasks.killAt, upTo(8));
    const seen: unknown[] = [];
    for (let index = 0; index < 8; index++) {
      seen.push(await stream.next().then(({ value }) => value, (error: Error) => error.name));
    }
    expect(seen).toEqual([0, 1, 2, 'WorkerDiedError', 4, 5, 6, 7]);
  });

  it('is not replaced when a pipe end among the arguments was closed, and says so', async () => {
    const { left, right } = await Pipe.open();
    const pool = startPool({ workers: 1, args: [right] });
    await pool.ready();
    right.close();
    // The copy is let go when all that was sent is out.
    await sleep(10);
    process.kill(pool.pids[0] ?? 0, 'SIGKILL');
    await expect(pool.apply(tasks.delayed, 5000)).rejects.toThrow(/cannot replace a worker that died\. StartError: .* keep your copy open/);
    left.close();
  });

  it('takes no other along with retries: 0, whatever the size of a chunk', async () => {
    const pool = startPool({ args: [2], retries: 0 });
    const seen: string[] = [];
    const results = pool.imap(tasks.killAt, upTo(6), { chunkSize: 6 });
    for (let number = 0; number < 6; number++) {
      seen.push(await results.next().then(({ value }) => String(value), (error: Error) => error.name));
    }
    expect(seen).toEqual(['0', '1', 'WorkerDiedError', '3', '4', '5']);
  });

  it('does not take along with retries: 0 the result of the task before it, which is still on its way', async () => {
    const counts = new SharedArray('Int32Array', 30);
    const results = startPool({ workers: 1, args: [counts], retries: 0 }).imap(tasks.countLargeThenDie, upTo(30));
    const seen: string[] = [];
    for (let number = 0; number < 30; number++) {
      seen.push(await results.next().then(({ value }) => typeof value, (error: Error) => error.name));
      if (number === 19) {
        // The worker goes on, and nobody reads what it sends.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      }
    }
    expect(seen.slice(19, 23)).toEqual(['number', 'string', 'WorkerDiedError', 'number']);
    expect([...counts.array]).toEqual(upTo(30).map(() => 1));
  });

  it('is not tried again with retries: 0', async () => {
    const counts = new SharedArray('Int32Array', 10);
    await expect(startPool({ args: [counts], retries: 0 }).map(tasks.dieOnceAt3, upTo(10))).rejects.toThrow(
      /^The worker that did task 3 of dieOnceAt3 \(item 3\) died: process \d+, ended by SIGKILL\.$/,
    );
    expect(counts.array[3]).toBe(1);
  });

  it('by process.exit fails with the exit code', async () => {
    const error: unknown = await startPool({ retries: 1 }).map(tasks.exitAt3, upTo(6)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'WorkerDiedError', exitCode: 5, signal: undefined });
  });
});

describe('a module', () => {
  const broken = new URL('../fixtures/broken-module.mjs', import.meta.url).href;

  it.each([
    ['is not there', 'file:///nowhere/tasks.mjs', /cannot import their module\.\nError \[ERR_MODULE_NOT_FOUND\]: Cannot find module '\/nowhere/],
    ['throws', broken, /cannot import their module\.\nError: broken on purpose\n +at .*broken-module\.mjs:2/],
    ['ends the process', `${broken}?exit`, /end before they have imported their module, the last with exit code 9\.$/],
  ])('that %s closes the pool, saying why, and workers do not start without end', async (_, module, why) => {
    const pool = startPool({ workers: 5 }, module);
    const mapped = pool.map(tasks.square, [1]);
    await expect(mapped).rejects.toThrow(PoolClosedError);
    await expect(mapped).rejects.toThrow(why);
    expect(await soon(() => ownChildren().length === 0)).toBe(true);
    await expect(pool.map(tasks.square, [1])).rejects.toThrow(why);
    await expect(pool.ready()).rejects.toThrow(why);
    await pool.close();
  });

  it('that starts a pool when it is imported does not start pools without end', async () => {
    expect((await run('no-main-pool.mjs')).said).toMatch(/StartError: worker 1 would be started by a child process that only imports/);
  });
});

it('a pool whose worker cannot be replaced says so', async () => {
  const { said } = await run('no-descriptors.mjs');
  expect(said).toMatch(/^PoolClosedError: pool 1 cannot replace a worker that died\. .+/);
});

it('a pool that is closed while a worker dies finishes its work', async () => {
  const pool = startPool({ args: [new SharedArray('Int32Array', 10)] });
  const mapped = pool.map(tasks.dieOnceAt3, upTo(10));
  await pool.close();
  expect(await mapped).toEqual(upTo(10));
});
