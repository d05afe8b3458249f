import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Process, Queue, QueueClosedError, SharedArray, TimeoutError, TransferError } from 'mp-tutor/multiprocessing';
import { describe, expect, it } from 'vitest';
import * as children from './fixtures/queues.mjs';
import { expectNobodyLeft, patiently, run, soon, timed, within } from './support.js';

expectNobodyLeft();
const { here } = children;

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);

async function collect(queue: Queue): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of queue) {
    items.push(item);
  }
  return items;
}

async function getAll(queue: Queue, count: number): Promise<unknown[]> {
  const items: unknown[] = [];
  while (items.length < count) {
    items.push(await queue.get(patiently));
  }
  return items;
}

/** Whether the promise has not settled after a while. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const waited = Symbol('waited');
  return (await Promise.race([promise, sleep(100, waited)])) === waited;
}

describe('a queue', () => {
  it.each([1, 7, Infinity])('gives the items of a producer in their order (at most %s waiting)', async (maxSize) => {
    const queue = new Queue(maxSize);
    const child = new Process(here, children.putAll, [queue, 0, 2000]).start();
    expect(await getAll(queue, 2000)).toEqual(upTo(2000));
    await child.join();
  });

  it.each([2, Infinity])('gives each item of several producers to one of several consumers (at most %s waiting)', async (maxSize) => {
    const queue = new Queue(maxSize);
    const counts = new SharedArray('Int32Array', 6000);
    const producers = [0, 2000, 4000].map((first) => new Process(here, children.putAll, [queue, first, 2000]).start());
    const consumers = [1, 2].map(() => new Process(here, children.countAll, [queue, counts]).start());
    await Promise.all(producers.map((child) => child.join()));
    queue.close();
    await Promise.all(consumers.map((child) => child.join()));
    expect([...counts.array].every((count) => count === 1)).toBe(true);
  });

  it('serves those who get in the order in which they came, however many there are at once', async () => {
    const queue = new Queue<number>();
    await Promise.all(upTo(3000).map((item) => queue.put(item)));
    expect(await Promise.all(upTo(3000).map(() => queue.get(patiently)))).toEqual(upTo(3000));
  });

  it('holds what was put when its producer dies in the next instruction', async () => {
    const queue = new Queue();
    await new Process(here, children.putAndDie, [queue]).start().join();
    expect(await queue.get(patiently)).toBe('last words');
  });

  it('takes 200,000 items before anybody gets one', async () => {
    const queue = new Queue();
    const child = new Process(here, children.putAll, [queue, 0, 200_000]).start();
    await child.join();
    expect(queue.size).toBe(200_000);
    expect(await getAll(queue, 200_000)).toEqual(upTo(200_000));
  });

  it('reaches a grandchild, handed on by a child', async () => {
    const queue = new Queue(3);
    const child = new Process(here, children.handOn, [queue, 10]).start();
    expect(await getAll(queue, 10)).toEqual(upTo(10));
    await child.join();
  });

  it('carries on between children while the parent computes', async () => {
    const queue = new Queue(5);
    const done = new SharedArray('Int32Array', 1);
    const consumer = new Process(here, children.getTo, [queue, done, 3000]).start();
    const producer = new Process(here, children.putAll, [queue, 0, 3000]).start();
    for (const end = Date.now() + 5000; done.array[0] !== 3000 && Date.now() < end; ) {
      // nothing but this: no event of ours is served
    }
    expect(done.array[0]).toBe(3000);
    await Promise.all([consumer.join(), producer.join()]);
  });

  it('knows its size and its limit', async () => {
    const queue = new Queue(3);
    await queue.put('a');
    await queue.put('b');
    expect([queue.size, queue.maxSize, queue.isClosed, new Queue().maxSize]).toEqual([2, 3, false, Infinity]);
    await queue.get();
    expect(queue.size).toBe(1);
    queue.close();
    expect([queue.size, queue.isClosed]).toEqual([1, true]);
  });

  it.each([0, -1, Number.NaN])('cannot hold at most %s', (maxSize) => {
    expect(() => new Queue(maxSize)).toThrow(RangeError);
  });

  it('refuses what cannot be sent, and is as before', async () => {
    const queue = new Queue();
    await expect(queue.put({ list: [() => 1] })).rejects.toThrow(/^item\.list\[0\] is a function/);
    await expect(queue.put([queue])).rejects.toThrow(TransferError);
    expect(queue.size).toBe(0);
  });
});

describe('items', () => {
  const queue = new Queue();

  it('of any text or bytes arrive as they were', async () => {
    const item = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), fc.bigInt());
    await fc.assert(fc.asyncProperty(fc.array(item), async (items) => {
      for (const each of items) {
        await queue.put(each);
      }
      expect(await getAll(queue, items.length)).toEqual(items);
    }));
  });

  it.each([1, 7, 1 << 10, 255 << 10, 1 << 20, 64 << 20])('of %i bytes reach another process whole', async (bytes) => {
    const answers = new Queue();
    const child = new Process(here, children.hash, [queue, answers]).start();
    const items = [Buffer.alloc(bytes, 'ab\n'), 'x'.repeat(bytes), 'ü'.repeat(bytes / 8)];
    for (const item of items) {
      await queue.put(item);
      const digest = createHash('sha1').update(item).digest('hex');
      expect(await answers.get(patiently)).toEqual([item.length, digest]);
    }
    child.kill();
    await child.join();
  });

  it('that are too large are refused', async () => {
    await expect(queue.put(Buffer.alloc(300 << 20))).rejects.toThrow(RangeError);
  });

  it('that are large pass one after the other, though they do not fit side by side', async () => {
    const large = new Queue();
    for (const mebibytes of [120, 250, 200]) {
      await large.put(Buffer.alloc(mebibytes << 20), patiently);
      expect((await large.get() as Buffer).length).toBe(mebibytes << 20);
    }
  });
});

describe('put', () => {
  it('waits while the queue is full, and goes on when there is room', async () => {
    const queue = new Queue(2);
    await queue.put(1);
    await queue.put(2);
    const third = queue.put(3);
    expect(await isPending(third)).toBe(true);
    expect(await queue.get()).toBe(1);
    await third;
    expect(await getAll(queue, 2)).toEqual([2, 3]);
  });

  it('gives up at its limit, and has put nothing', async () => {
    const queue = new Queue(1);
    await queue.put('first');
    const took = await timed(() => expect(queue.put('second', { timeout: 60 })).rejects.toThrow(TimeoutError));
    expect(took).toBeGreaterThan(55);
    expect(await queue.get()).toBe('first');
    await sleep(100);
    expect(queue.size).toBe(0);
  });

  it('keeps the order of those who wait', async () => {
    const queue = new Queue(1);
    const puts = upTo(20).map((n) => queue.put(n));
    expect(await getAll(queue, 20)).toEqual(upTo(20));
    await Promise.all(puts);
    await queue.put('first');
    const second = queue.put('second');
    await queue.get();
    const third = queue.put('third');
    expect(await getAll(queue, 2)).toEqual(['second', 'third']);
    await Promise.all([second, third]);
  });
});

describe('items that are put without being awaited', () => {
  it('come in the order in which they were put, whatever way each of them goes', async () => {
    const queue = new Queue();
    const items = upTo(1000).map((n) => (n % 97 === 0 ? new Map([[n, 'by V8']]) : n % 89 === 0 ? 'x'.repeat(20_000) + n : n));
    const puts = items.map((item, n) => queue.put(item, n % 83 === 0 ? patiently : {}));
    expect(queue.size).toBe(1000);
    expect(await getAll(queue, 1000)).toEqual(items);
    await Promise.all(puts);
    expect(queue.size).toBe(0);
  });

  it('are there when the promise of the last of them resolves, even if their producer dies then', async () => {
    const queue = new Queue();
    await new Process(here, children.putAllAndDie, [queue, 100]).start().join();
    expect(await getAll(queue, 100)).toEqual(upTo(100));
    expect(queue.size).toBe(0);
  });

  it('are counted one by one while they are taken', async () => {
    const queue = new Queue();
    const puts = upTo(10).map((n) => queue.put({ n }));
    const sizes = [];
    for (const n of upTo(10)) {
      expect(await queue.get()).toEqual({ n });
      sizes.push(queue.size);
    }
    expect(sizes).toEqual(upTo(10).toReversed());
    await Promise.all(puts);
  });

  it('go each to one of several consumers', async () => {
    const queue = new Queue<number>();
    const counts = new SharedArray('Int32Array', 5000);
    const consumers = [1, 2].map(() => new Process(here, children.countAll, [queue, counts]).start());
    await Promise.all(upTo(5000).map((n) => queue.put(n)));
    queue.close();
    await Promise.all(consumers.map((child) => child.join()));
    expect([...counts.array].every((count) => count === 1)).toBe(true);
  });

  it('are before the close that follows them, and refused behind it', async () => {
    const queue = new Queue();
    const puts = upTo(5).map((n) => queue.put(n));
    queue.close();
    const late = [queue.put('late'), queue.put('later')];
    expect((await Promise.allSettled([...puts, ...late])).map(({ status }) => status)).toEqual([...puts.map(() => 'fulfilled'), 'rejected', 'rejected']);
    expect(await collect(queue)).toEqual(upTo(5));
  });

  it('and wait for room when it is closed are told to be awaited', async () => {
    const queue = new Queue(1);
    const puts = Promise.allSettled(upTo(3).map((item) => queue.put(item)));
    queue.close();
    expect((await puts).map((put) => (put.status === 'rejected' ? String(put.reason) : put.status))).toEqual([
      'fulfilled', ...upTo(2).map(() => expect.stringMatching(/^QueueClosedError: .*waited for room.*Await each `put` before `close`/) as string),
    ]);
    expect(await queue.get()).toBe(0);
  });

  it('are as they were when they were put', async () => {
    const queue = new Queue();
    const item = { n: 0 };
    const puts = upTo(5).map((n) => queue.put(Object.assign(item, { n })));
    expect(await getAll(queue, 5)).toEqual(upTo(5).map((n) => ({ n })));
    await Promise.all(puts);
  });
});

describe('get', () => {
  it('gives up at its limit, and has taken nothing', async () => {
    const queue = new Queue();
    const took = await timed(() => expect(queue.get({ timeout: 60 })).rejects.toThrow(
      new TimeoutError(`Getting an item from ${queue.name} took longer than 60 ms.`),
    ));
    expect(took).toBeGreaterThan(55);
    await queue.put('later');
    await sleep(100);
    expect(queue.size).toBe(1);
    expect(await queue.get({ timeout: 0 })).toBe('later');
  });

  it.each([Infinity, 2 ** 40])('does not take a limit of %s for a short one', async (timeout) => {
    const queue = new Queue();
    const got = queue.get({ timeout });
    expect(await isPending(got)).toBe(true);
    await queue.put('at last');
    expect(await got).toBe('at last');
  });

  it('serves those who wait in their order', async () => {
    const queue = new Queue();
    const got = upTo(20).map(() => queue.get());
    const late = queue.get({ timeout: 30 });
    await expect(late).rejects.toThrow(TimeoutError);
    for (const n of upTo(20)) {
      await queue.put(n);
    }
    expect(await Promise.all(got)).toEqual(upTo(20));
  });
});

describe('close', () => {
  it('refuses what comes, gives what is there, and ends loops', async () => {
    const queue = new Queue();
    await queue.put(1);
    await queue.put(2);
    queue.close();
    await expect(queue.put(3)).rejects.toThrow(QueueClosedError);
    expect(await collect(queue)).toEqual([1, 2]);
    await expect(queue.get()).rejects.toThrow(QueueClosedError);
    expect(await collect(queue)).toEqual([]);
    queue.close();
  });

  it('wakes all who wait, here and in other processes', async () => {
    const empty = new Queue();
    const full = new Queue(1);
    await full.put('there');
    const answers = new Queue();
    const waiting = [['get', empty], ['get', empty], ['put', full], ['put', full]] as const;
    const others = waiting.map(([method, queue]) => new Process(here, children.waitIn, [method, queue, answers]).start());
    await getAll(answers, 4);
    const ours = Promise.allSettled([empty.get(), empty.get(), full.put('x'), full.put('y')]);
    await sleep(50);
    empty.close();
    full.close();
    expect(await timed(async () => {
      expect(await getAll(answers, 4)).toEqual(waiting.map(() => 'QueueClosedError'));
      expect((await ours).map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof QueueClosedError)).toEqual([true, true, true, true]);
    })).toBeLessThan(within(500));
    await Promise.all(others.map((child) => child.join()));
    expect(await collect(full)).toEqual(['there']);
  });
});

describe('readers and writers that are killed', () => {
  it.each(['20', '0'])('lose at most the item in hand, double none, and stop nobody (at most %s waiting)', async (maxSize) => {
    const { said, stderr } = await run('kill-loop.mjs', ['60', maxSize], { limitMs: within(18_000) });
    const { kills, consumersKilled, put, lost, doubled, damaged, wedged } = said as Record<string, number>;
    expect({ kills, doubled, damaged, wedged, stderr }).toEqual({ kills: 60, doubled: 0, damaged: 0, wedged: 0, stderr: '' });
    expect(put).toBeGreaterThan(1000);
    expect(lost).toBeLessThanOrEqual(consumersKilled ?? 0);
  });

  it('waiting for an item or for room leave no trace', async () => {
    const queue = new Queue(1);
    const answers = new Queue();
    const waiters = [1, 2].map(() => new Process(here, children.waitIn, ['get', queue, answers]).start());
    await getAll(answers, 2);
    const [first, second] = waiters;
    first?.kill();
    await first?.join();
    await queue.put('for the other');
    expect(await answers.get(patiently)).toBe('got for the other');
    await second?.join();
    expect(await soon(() => queue.size === 0)).toBe(true);
  });
});
