import { Pool, PoolClosedError, Queue, SharedArray, StartError, TimeoutError, TransferError } from 'mp-tutor/multiprocessing';
import { describe, expect, it } from 'vitest';
import { isAlive } from '../support/processes.js';
import * as tasks from './fixtures/tasks.mjs';
import { startPool, terminatePools, upTo } from './pool/pools.js';
import { expectNobodyLeft, ownChildren, run, soon, timed } from './support.js';

expectNobodyLeft();
terminatePools();
const { here } = tasks;

describe('map', () => {
  it('gives the results in the order of the items, whichever comes first', async () => {
    const delays = [80, 0, 40, 10, 0, 60];
    expect(await startPool().map(tasks.delayed, delays)).toEqual(delays);
  });

  it.each([undefined, 1, 7, 100, 5000])('gives each result once with chunkSize %s', async (chunkSize) => {
    const results = await startPool().map(tasks.square, upTo(3000), { ...(chunkSize !== undefined && { chunkSize }) });
    expect(results).toEqual(upTo(3000).map((n) => n * n));
  });

  it.each([undefined, null, 5, tasks.square, (async function* () {})()])('refuses items that are none (%#)', async (items) => {
    await expect(startPool().map(tasks.square, items as never)).rejects.toThrow(/^`map` takes a function and then the items/);
    await expect(startPool().map([1, 2] as never, items as never)).rejects.toThrow(/The target must be a function/);
  });

  it('takes any iterable, an empty one too, and keeps undefined and holes as undefined', async () => {
    const pool = startPool();
    expect(await pool.map(tasks.square, new Set([3, 4]))).toEqual([9, 16]);
    expect(await pool.map(tasks.square, [])).toEqual([]);
    const holed: (number | null | undefined)[] = [undefined, null];
    holed[3] = 1;
    expect(await pool.map(tasks.same, holed)).toEqual([undefined, null, undefined, 1]);
    expect(await pool.map(tasks.nothing, [1, 2])).toEqual([undefined, undefined]);
  });

  it('shares the items among its workers, which it starts once', async () => {
    const pool = startPool({ workers: 3 });
    await pool.ready();
    const pids = await pool.map(tasks.pid, upTo(200), { chunkSize: 1 });
    expect(new Set(pids)).toEqual(new Set(pool.pids));
    expect(new Set(ownChildren())).toEqual(new Set(pool.pids));
  });

  it('can be called several times at once, with several functions', async () => {
    const pool = startPool();
    const [squares, texts, slow] = await Promise.all([
      pool.map(tasks.square, upTo(50)), pool.map(tasks.same, ['a', 'b']), pool.map(tasks.squareSlowly, [1, 2, 3]),
    ]);
    expect([squares.length, texts, slow]).toEqual([50, ['a', 'b'], [1, 4, 9]]);
  });

  it('hands the arguments of the pool to each task, behind its item', async () => {
    const queue = new Queue();
    const pool = startPool({ args: [{ a: 1 }, new Map([[1, -0]]), new SharedArray('Int8Array', 3)] });
    const [result] = await pool.map(tasks.kindsOf, ['item']);
    expect(result).toEqual(['String', 'Object', 'Map', 'SharedArray']);
    expect(() => new Pool(here, { args: [{ queue }] })).toThrow('argument 0.queue is a Queue');
  });

  it('keeps the handles among its arguments open for workers that come later', async () => {
    const { said } = await run('collected.mjs');
    expect(said).toEqual([10, 10]);
  });
});

describe('an error in a task', () => {
  it.each(['is its own cause', 'is in its cause', 'has a name that is none', 'has a message that is none', 'cannot be read', 'is a proxy that cannot be read'])(
    'that %s is told all the same, and the next task is done',
    async (what) => {
      const pool = startPool({ workers: 1 });
      const error: unknown = await pool.apply(tasks.throwOdd, what).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(TransferError);
      expect(String(error)).toMatch(/: m$|\[object Object\]|A task threw what cannot be read\. .+$/);
      expect(await pool.apply(tasks.square, 3)).toBe(9);
    },
  );

  it('that is a DOMException keeps its name, message and stack', async () => {
    const error: unknown = await startPool().apply(tasks.throwAbort, 1).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'AbortError', message: 'taken back', stack: expect.stringContaining('throwAbort') });
  });

  it('rejects the call, with its type, properties and cause, and the stack that it had in the worker', async () => {
    const error: unknown = await startPool().map(tasks.failFully, [1]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: 'TypeError', message: 'bad item', code: 'E_BAD', detail: { tries: 3 } });
    expect(error).toMatchObject({ cause: expect.objectContaining({ name: 'SyntaxError', message: 'the reason' }) });
    const { stack = '' } = error as Error;
    expect(stack).toMatch(/^TypeError: bad item\n +at failFully \(.*tasks\.mjs:\d+:\d+\)/);
    expect(stack).toMatch(/\n {4}in worker \d \(process \d+\), task 0 of failFully$/);
  });

  it('that stands for several keeps its class and each of them', async () => {
    const error: unknown = await startPool().apply(tasks.failWithMany, 1).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AggregateError);
    expect(error).toMatchObject({ errors: [new TypeError('one'), expect.objectContaining({ message: 'two', cause: 2 })] });
    expect(Object.keys(error as Error)).toEqual([]);
  });

  it('of the library keeps its class', async () => {
    const pool = startPool({ args: [new Queue()] });
    await expect(pool.apply(tasks.getWithin50, 0)).rejects.toThrow(TimeoutError);
  });

  it('may be anything that was thrown', async () => {
    await expect(startPool().map(tasks.throwText, [1])).rejects.toBe('only text');
  });

  it('leaves the pool and other calls alone', async () => {
    const pool = startPool();
    const other = pool.map(tasks.squareSlowly, upTo(6));
    await expect(pool.map(tasks.failAt3, upTo(100))).rejects.toThrow('three');
    expect(await other).toEqual([0, 1, 4, 9, 16, 25]);
    expect(await pool.map(tasks.square, [2])).toEqual([4]);
  });
});

describe('what cannot be sent is refused', () => {
  const items = upTo(20).map((n) => (n === 13 ? { on: { end: () => n } } : { on: {} }));

  it.each([undefined, 6])('for an item, by its place and path (chunkSize %s)', async (chunkSize) => {
    const mapped = startPool().map(tasks.same, items, { ...(chunkSize !== undefined && { chunkSize }) });
    await expect(mapped).rejects.toThrow(TransferError);
    await expect(mapped).rejects.toThrow(/^item 13\.on\.end is a function, which cannot be sent/);
  });

  it('for a result, by its place and path', async () => {
    const mapped = startPool().map(tasks.badResultAt3, upTo(6), { chunkSize: 6 });
    await expect(mapped).rejects.toThrow(TransferError);
    await expect(mapped).rejects.toThrow(/^result 3\.list\[1\] is a symbol/);
  });

  it('for a result in front of an error', async () => {
    await expect(startPool().map(tasks.badResultThenFail, [0, 1, 2], { chunkSize: 3 })).rejects.toThrow('result 0 is a function');
  });

  it('for one call of apply only', async () => {
    const pool = startPool();
    const outcomes = await Promise.allSettled(items.map((item) => pool.apply(tasks.same, item)));
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([13]);
  });

  it.each([
    ['is not exported', tasks.hidden(), 'has no exported function "notExported"'],
    ['is a closure', tasks.makeWork(1), 'is another one than the function that was passed'],
  ])('for a function that %s', async (_, target, message) => {
    const pool = startPool();
    await expect(pool.map(target, [1])).rejects.toThrow(message);
    await expect(pool.map(target, [1])).rejects.toThrow(StartError);
    expect(await pool.map(tasks.square, [3])).toEqual([9]);
  });

  it('for a function without a name, at once', async () => {
    await expect(startPool().map((() => () => 1)(), [1])).rejects.toThrow(StartError);
    expect(() => startPool().imap((() => () => 1)(), [1])).toThrow(StartError);
  });
});

describe('apply', () => {
  it('lets calls of one tick travel together, each with an end of its own', async () => {
    const pool = startPool();
    const outcomes = await Promise.allSettled(upTo(500).map((n) => pool.apply(tasks.failAt3, n)));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(outcomes[3]).toMatchObject({ reason: { message: 'three' } });
    expect(outcomes[499]).toMatchObject({ value: 499 });
  });

  it('does different functions of one tick', async () => {
    const pool = startPool();
    expect(await Promise.all([pool.apply(tasks.square, 3), pool.apply(tasks.same, 'x'), pool.apply(tasks.square, 4)])).toEqual([9, 'x', 16]);
  });
});

describe('an AbortSignal', () => {
  it('that has been given stops a call before it begins', async () => {
    const counts = new SharedArray('Int32Array', 1);
    const pool = startPool({ args: [counts] });
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(pool.map(tasks.countAndWait, [1, 2], { signal })).rejects.toThrow('too late');
    await expect(pool.imap(tasks.countAndWait, [1, 2], { signal }).next()).rejects.toThrow('too late');
    await pool.close();
    expect(counts.array[0]).toBe(0);
  });

  it('ends a call at once; what has not begun is not done, and the pool goes on', async () => {
    const counts = new SharedArray('Int32Array', 2);
    const pool = startPool({ args: [counts] });
    const abort = new AbortController();
    const mapped = pool.map(tasks.countAndHold, upTo(20), { signal: abort.signal });
    expect(await soon(() => counts.array[0] === 2)).toBe(true);
    abort.abort(new Error('enough'));
    await expect(mapped).rejects.toThrow('enough');
    counts.array[1] = 1;
    await pool.map(tasks.countAndHold, [0, 0]);
    expect(counts.array[0]).toBe(4);
  });

  it('ends a stream, and tells its source', async () => {
    const pool = startPool();
    const abort = new AbortController();
    const source = endless();
    const stream = pool.imap(tasks.same, source.items, { signal: abort.signal });
    expect(await stream.next()).toEqual({ done: false, value: 0 });
    abort.abort(new Error('enough'));
    await expect(stream.next()).rejects.toThrow('enough');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(source.returned()).toBe(true);
    await pool.close();
  });

  it('that lives long can be used for many calls', async () => {
    const pool = startPool();
    const { signal } = new AbortController();
    const warnings: Error[] = [];
    const listen = (warning: Error): void => void warnings.push(warning);
    process.on('warning', listen);
    for (let call = 0; call < 20; call++) {
      await pool.map(tasks.square, [call], { signal });
    }
    await new Promise(setImmediate);
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });
});

function endless(): { items: Iterable<number>; returned: () => boolean } {
  let isReturned = false;
  function* count(): Generator<number> {
    try {
      for (let n = 0; ; n++) {
        yield n;
      }
    } finally {
      isReturned = true;
    }
  }
  return { items: count(), returned: () => isReturned };
}

describe('close', () => {
  it('does the tasks that the pool has, refuses others, and ends the workers', async () => {
    const pool = startPool();
    const { pids } = pool;
    const mapped = pool.map(tasks.squareSlowly, upTo(8));
    const applied = pool.apply(tasks.square, 5);
    const closed = pool.close();
    await expect(pool.map(tasks.square, [1])).rejects.toThrow(PoolClosedError);
    await expect(pool.apply(tasks.square, 1)).rejects.toThrow(/^pool \d+ is closed\.$/);
    expect(() => pool.imap(tasks.square, [1])).toThrow(PoolClosedError);
    expect(await mapped).toEqual(upTo(8).map((n) => n * n));
    expect(await applied).toBe(25);
    await closed;
    expect(pids.some(isAlive)).toBe(false);
  });

  it('can be called twice, at once and later, and right after the start', async () => {
    const pool = startPool();
    const mapped = pool.map(tasks.squareSlowly, [1]);
    await Promise.all([pool.close(), pool.close(), mapped]);
    await pool.close();
    const other = startPool({ workers: 5 });
    await other.close();
    await expect(other.map(tasks.square, [1])).rejects.toThrow('is closed');
  });

  it('is what `await using` does', async () => {
    const pool = startPool();
    const mapped = pool.map(tasks.squareSlowly, [4]);
    await pool[Symbol.asyncDispose]();
    expect(await mapped).toEqual([16]);
    expect(pool.pids).toEqual([]);
  });
});

describe('terminate', () => {
  it('rejects whatever waits, and ends the workers at once, in the middle of their work', async () => {
    const pool = startPool();
    await pool.ready();
    const waiting = [
      pool.map(tasks.busy, [60_000, 60_000]), pool.imap(tasks.same, endless().items).next(), pool.apply(tasks.square, 1),
    ];
    const ended = pool.terminate();
    for (const each of waiting) {
      await expect(each).rejects.toThrow(PoolClosedError);
    }
    await ended;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ownChildren()).toEqual([]);
  });

  it('can follow a close that waits', async () => {
    const pool = startPool();
    const mapped = pool.map(tasks.wait, [60_000]);
    const closed = pool.close();
    await Promise.all([pool.terminate(), closed, expect(mapped).rejects.toThrow('was terminated')]);
  });
});

describe('a pool', () => {
  it('is ready when all workers have imported their module', async () => {
    const pool = startPool({}, new URL('fixtures/slow-module.mjs', import.meta.url).href);
    expect(await timed(() => pool.ready())).toBeGreaterThan(300);
  });

  it.each([['workers', 0], ['workers', 1.5], ['retries', -1]])('refuses %s: %s', (name, value) => {
    expect(() => new Pool(here, { [name]: value })).toThrow(RangeError);
    expect(ownChildren()).toEqual([]);
  });

  it('does not keep a program alive that is idle, unlike one that works', async () => {
    expect((await run('idle-pool.mjs')).said).toEqual([1, 4, 9]);
  });

  it('does not keep a program alive whose stream nobody asks', async () => {
    expect((await run('idle-pool.mjs', ['stream'])).said).toEqual('three');
  });
});
