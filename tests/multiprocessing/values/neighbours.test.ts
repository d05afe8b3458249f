// What is too large, or cannot be sent, does no harm to what travels with it.
import { constants } from 'node:buffer';
import { Queue, SharedArray, TransferError } from 'mp-tutor/multiprocessing';
import { expect, it } from 'vitest';
import * as tasks from '../fixtures/tasks.mjs';
import { startPool, terminatePools, upTo } from '../pool/pools.js';
import { expectNobodyLeft, within } from '../support.js';

expectNobodyLeft();
terminatePools();

const SLOW = within(60_000);
/** A text that is as long as can be, so that in JSON it is too long, alone or with others. */
const TOO_LONG = constants.MAX_STRING_LENGTH - 4;
const nested = (levels: number): unknown => upTo(levels).reduce((inner: unknown) => [inner], 'core');

/** What comes: numbers, the lengths of texts, the paths of what was refused. */
async function outcomes(results: AsyncIterator<unknown>, count: number): Promise<unknown[]> {
  const all: unknown[] = [];
  while (all.length < count) {
    all.push(await results.next().then(
      ({ value }) => (typeof value === 'string' ? value.length : value),
      (error: unknown) => (error instanceof TransferError ? error.path : error),
    ));
  }
  return all;
}

it('an item that is too large for a queue is refused alone', async () => {
  const queue = new Queue();
  const puts = await Promise.allSettled(['first', 'second', 'x'.repeat(300 << 20), 'last'].map((item) => queue.put(item)));
  expect(puts.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect([await queue.get(), await queue.get(), await queue.get()]).toEqual(['first', 'second', 'last']);
});

it('an item that is too large for a worker is refused by its path, alone', async () => {
  const items = ['a', 'bc', 'x'.repeat(TOO_LONG), 'def', 'ghij'];
  const lengths = startPool().imap(tasks.length, items, { chunkSize: items.length });
  expect(await outcomes(lengths, items.length)).toEqual([1, 2, 'item 2', 3, 4]);
}, SLOW);

it('so is a result, and no task is done twice', async () => {
  const counts = new SharedArray('Int32Array', 1);
  const pool = startPool({ workers: 1, args: [counts] });
  const lengths = [1, 2, TOO_LONG, 3, 4];
  const results = pool.imap(tasks.countAndMake, lengths, { chunkSize: lengths.length });
  expect(await outcomes(results, lengths.length)).toEqual([1, 2, 'result 2', 3, 4]);
  expect(counts.array[0]).toBe(lengths.length);
}, SLOW);

it('behind a result that cannot be sent, tasks are not done again', async () => {
  const counts = new SharedArray('Int32Array', 6);
  const mapped = startPool({ workers: 1, args: [counts] }).imap(tasks.countAndBreakAt3, upTo(6), { chunkSize: 6 });
  expect(await outcomes(mapped, 6)).toEqual([0, 1, 2, 'result 3', 4, 5]);
  expect([...counts.array]).toEqual(upTo(6).map(() => 1));
});

it('an error that is too large to be told is told of', async () => {
  const pool = startPool({ workers: 1 });
  await expect(pool.apply(tasks.failAtLength, TOO_LONG)).rejects.toThrow(/^A task threw what cannot be read\. |is too large to be sent/);
  await expect(pool.apply(tasks.failAtLength, 1)).rejects.toThrow('x');
}, SLOW);

it('a value that is nested as deep as it may be travels with others too', async () => {
  const pool = startPool({ workers: 1 });
  expect(await pool.map(tasks.same, ['first', nested(1000)], { chunkSize: 2 })).toEqual(['first', nested(1000)]);
  await expect(pool.map(tasks.same, ['first', nested(1001)], { chunkSize: 2 })).resolves.toHaveLength(2);
  await expect(pool.map(tasks.same, ['first', nested(1002)], { chunkSize: 2 })).rejects.toMatchObject({ path: 'item 1' });
});

it('an item that is refused at once does no harm to a call that is made behind it in the same tick', async () => {
  const pool = startPool({ workers: 1 });
  const refused = pool.apply(tasks.same, () => {});
  const mapped = pool.map(tasks.same, [1]); // gives out what waits, at once
  const behind = pool.apply(tasks.same, 2);
  await expect(refused).rejects.toBeInstanceOf(TransferError);
  expect(await Promise.all([mapped, behind])).toEqual([[1], 2]);
});
