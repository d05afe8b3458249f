import { Lock, Pipe, Pool, Process, Queue, type WaitOptions } from 'mp-tutor/multiprocessing';
import { describe, expect, it, onTestFinished } from 'vitest';
import defaultTask from './fixtures/default-export.mjs';
import * as tasks from './fixtures/tasks.mjs';
import { startPool, terminatePools } from './pool/pools.js';
import { expectNobodyLeft } from './support.js';

expectNobodyLeft();
terminatePools();

const nothingWaits: readonly (readonly [string, (options?: WaitOptions) => Promise<unknown>])[] = [
  ['get', (options) => new Queue().get(options)],
  ['acquire', async (options) => {
    const lock = new Lock();
    await lock.acquire();
    await lock.acquire(options);
  }],
  ['recv', async (options) => {
    const { left, right } = await Pipe.open();
    onTestFinished(() => [left, right].forEach((end) => end.close()));
    await left.recv(options);
  }],
  ['put', async (options) => {
    const queue = new Queue(1);
    await queue.put(1);
    await queue.put(2, options);
  }],
];

describe.each(nothingWaits)('%s, which would wait for ever, refuses', (_, call) => {
  it.each([
    ['a number for the options', 50, 'Options are given as an object, such as { timeout: … }, not as 50.'],
    ['null', null, 'Options are given as an object, such as { timeout: … }, not as null.'],
    ['an option of another name', { timeOut: 50 }, 'There is no option "timeOut" here; there is timeout.'],
    ['no number', { timeout: '50' }, "timeout must be a number of milliseconds from 0, not '50'."],
    ['NaN', { timeout: Number.NaN }, 'timeout must be a number of milliseconds from 0, not NaN.'],
    ['null for the time', { timeout: null }, 'timeout must be a number of milliseconds from 0, not null.'],
    ['less than nothing', { timeout: -1 }, 'timeout must be a number of milliseconds from 0, not -1.'],
  ])('%s', async (_name, options, message) => {
    await expect(call(options as WaitOptions)).rejects.toThrow(message);
  });

  it('nothing of a time of 0', async () => {
    await expect(call({ timeout: 0 })).rejects.toThrow(/took longer than 0 ms/);
  });
});

it('join refuses such options too, and then still waits', async () => {
  const child = new Process(tasks.here, tasks.square, [2]).start();
  await expect(child.join(50 as WaitOptions)).rejects.toThrow('Options are given as an object');
  expect(await child.join()).toBe(true);
});

it.each([0, 1.5, '5', Number.NaN])('a queue refuses to be as large as %o', (size) => {
  expect(() => new Queue(size as number)).toThrow(/^maxSize must be a whole number from 1, not /);
});

it('a process refuses options that it does not have', () => {
  expect(() => new Process(tasks.here, tasks.square, [2], { deamon: true } as object)).toThrow('There is no option "deamon" here; there is name, daemon.');
});

describe('a pool refuses', () => {
  it.each([
    ['null for the options', null, 'Options are given as an object, such as { workers: … }, not as null.'],
    ['a number for the options', 3, 'Options are given as an object, such as { workers: … }, not as 3.'],
    ['an option of another name', { worker: 2 }, 'There is no option "worker" here; there is workers, args, retries.'],
    ['no whole number of workers', { workers: '2' }, "workers must be a whole number from 1, not '2'."],
  ])('%s', (_, options, message) => {
    expect(() => new Pool(tasks.here, options as object)).toThrow(message);
  });

  it.each([
    ['a number for the options', 3, 'Options are given as an object, such as { chunkSize: … }, not as 3.'],
    ['an option of another name', { chunk: 2 }, 'There is no option "chunk" here; there is chunkSize, signal.'],
    ['what is no signal', { signal: new AbortController() }, 'signal must be that of an AbortController.'],
  ])('%s of a call', async (_, options, message) => {
    const pool = startPool();
    await expect(pool.map(tasks.square, [1], options as object)).rejects.toThrow(message);
    expect(() => pool.imap(tasks.square, [1], options as object)).toThrow(message);
  });

  it.each([null, undefined, 5, {}])('%o for the items', async (items) => {
    const pool = startPool();
    await expect(pool.map(tasks.square, items as never)).rejects.toThrow('`map` takes a function and then the items');
    expect(() => pool.imap(tasks.square, items as never)).toThrow('`imap` takes a function and then the items');
  });

  it('a call whose signal is aborted already, also without items', async () => {
    const reason = new Error('by a test');
    await expect(startPool().map(tasks.square, [], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

it('a function that is the default export is found', async () => {
  const { url } = defaultTask;
  expect(await startPool({}, url).map(defaultTask, [1, 2])).toEqual([2, 4]);
});
