import { setTimeout as sleep } from 'node:timers/promises';
import { PoolClosedError, SharedArray, TransferError } from 'mp-tutor/multiprocessing';
import { describe, expect, it } from 'vitest';
import * as tasks from '../fixtures/tasks.mjs';
import { expectNobodyLeft } from '../support.js';
import { startPool, terminatePools, upTo } from './pools.js';

expectNobodyLeft();
terminatePools();

/** 0, 1, 2 … without end, or to `end`; it counts what was taken from it, and whether it was left. */
class Source implements Iterable<number> {
  taken = 0;
  isLeft = false;

  *[Symbol.iterator](): Generator<number> {
    try {
      for (;;) {
        yield this.taken++;
      }
    } finally {
      this.isLeft = true;
    }
  }
}

async function collect<R>(stream: AsyncIterable<R>): Promise<R[]> {
  const results: R[] = [];
  for await (const result of stream) {
    results.push(result);
  }
  return results;
}

async function* soon<T>(items: Iterable<T>, ms = 1): AsyncGenerator<T> {
  for (const item of items) {
    await sleep(ms);
    yield item;
  }
}

describe('imap', () => {
  it('gives the results in the order of the items, each as soon as it is there', async () => {
    const first = new SharedArray('Int32Array', 1);
    const stream = startPool({ args: [first] }).imap(tasks.waitUnless0, upTo(3));
    expect(await stream.next()).toEqual({ done: false, value: 0 });
    first.array[0] = 1;
    expect(await collect(stream)).toEqual([1, 2]);
  });

  it.each([undefined, 1, 9])('gives the result of each item once with chunkSize %s', async (chunkSize) => {
    const stream = startPool().imap(tasks.square, upTo(5000), { ...(chunkSize !== undefined && { chunkSize }) });
    expect(await collect(stream)).toEqual(upTo(5000).map((n) => n * n));
  });

  it.each<[string, Iterable<unknown> | AsyncIterable<unknown>, unknown[]]>([
    ['nothing', [], []],
    ['a string', 'abc', ['a', 'b', 'c']],
    ['undefined', [undefined, 1], [undefined, 1]],
    ['an async iterable', soon([1, 2, 3]), [1, 2, 3]],
    ['an async iterable of nothing', soon([]), []],
    ['an async iterable that ends late', (async function* late() { yield 1; await sleep(100); })(), [1]],
  ])('takes %s, and the pool can be closed then', async (_, items, results) => {
    const pool = startPool();
    expect(await collect(pool.imap(tasks.same, items))).toEqual(results);
    await pool.close();
  });

  it('gives its results to whoever asks, also to many who asked before there were any', async () => {
    const stream = startPool().imap(tasks.same, upTo(4000));
    const asked = await Promise.all(Array.from({ length: 4001 }, () => stream.next()));
    expect(asked.map(({ value }) => value)).toEqual([...upTo(4000), undefined]);
    expect(asked.at(-1)?.done).toBe(true);
  });
});

describe('imapUnordered', () => {
  it('gives the results in the order in which they come', async () => {
    const pool = startPool({ workers: 3 });
    await pool.ready();
    expect(await collect(pool.imapUnordered(tasks.delayed, [700, 20, 300]))).toEqual([20, 300, 700]);
  });

  it('gives the result of each item once', async () => {
    const results = await collect(startPool().imapUnordered(tasks.square, upTo(5000)));
    expect(results.toSorted((a, b) => a - b)).toEqual(upTo(5000).map((n) => n * n));
  });
});

describe('an error', () => {
  it('is thrown in its place, and the results behind it follow', async () => {
    const stream = startPool().imap(tasks.failAt3, upTo(6));
    const seen: unknown[] = [];
    for (let index = 0; index < 6; index++) {
      seen.push(await stream.next().then(({ value }) => value, (error: Error) => error.message));
    }
    expect(seen).toEqual([0, 1, 2, 'three', 4, 5]);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('of an item that cannot be sent comes in its place too', async () => {
    const stream = startPool().imap(tasks.same, [1, () => 2, 3]);
    await stream.next();
    await expect(stream.next()).rejects.toThrow(TransferError);
    expect(await stream.next()).toEqual({ done: false, value: 3 });
  });

  it.each([['synchronous', (items: Iterable<number>) => items], ['asynchronous', soon]])('of a source that is %s comes behind the results', async (_, kind) => {
    function* failing(): Generator<number> {
      yield 1;
      yield 2;
      throw new Error('the source is dry');
    }
    const pool = startPool();
    const stream = pool.imap(tasks.same, kind(failing()));
    expect([(await stream.next()).value, (await stream.next()).value]).toEqual([1, 2]);
    await expect(stream.next()).rejects.toThrow('the source is dry');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    await pool.close();
  });
});

describe('a source without end', () => {
  it('is left when the loop is, and the pool can be closed then', async () => {
    const source = new Source();
    const pool = startPool();
    for await (const square of pool.imap(tasks.square, source)) {
      if (square === 81) {
        break;
      }
    }
    expect(source.isLeft).toBe(true);
    await pool.close();
  });

  it('is left also by a loop that dawdles until the workers have nothing to do', async () => {
    const source = new Source();
    const pool = startPool();
    for await (const n of pool.imapUnordered(tasks.same, source)) {
      if (n >= 3) {
        await sleep(200);
        break;
      }
    }
    expect(source.isLeft).toBe(true);
    await pool.close();
  });

  it('is not read further than 2,048 items ahead of the results that were asked for', async () => {
    const source = new Source();
    let asked = 0;
    let furthest = 0;
    for await (const _ of startPool().imap(tasks.same, source)) {
      furthest = Math.max(furthest, source.taken - asked);
      if (++asked === 20_000) {
        break;
      }
    }
    expect(furthest).toBeGreaterThan(1000);
    expect(furthest).toBeLessThanOrEqual(2049);
  });
});

describe('close', () => {
  it('does not wait for a loop that an error has ended', async () => {
    const pool = startPool();
    await expect(collect(pool.imap(tasks.failAt3, new Source()))).rejects.toThrow('three');
    await pool.close();
  });

  it('lets a stream give what the pool has taken of the items, and then says that there were more', async () => {
    const source = new Source();
    const pool = startPool();
    const stream = pool.imap(tasks.same, source);
    await pool.close();
    const results: number[] = [];
    await expect((async () => {
      for await (const result of stream) {
        results.push(result);
      }
    })()).rejects.toThrow(PoolClosedError);
    expect(results).toEqual(upTo(source.taken));
    expect(source.isLeft).toBe(true);
  });

  it('lets a stream give all results when the pool had taken all items', async () => {
    const pool = startPool();
    const stream = pool.imap(tasks.squareSlowly, upTo(5));
    await pool.close();
    expect(await collect(stream)).toEqual([0, 1, 4, 9, 16]);
  });
});
