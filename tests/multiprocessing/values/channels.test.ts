// Values of every kind and size go to another process and back, by every way that there is, or are refused by their path.
import { deepStrictEqual } from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { Pipe, type PipeEnd, Process, Queue, TransferError } from 'mp-tutor/multiprocessing';
import { afterEach, describe, expect, it } from 'vitest';
import * as echoes from '../fixtures/echoes.mjs';
import { startPool, terminatePools } from '../pool/pools.js';
import { expectNobodyLeft, within } from '../support.js';
import { cyclic, structured } from './values.js';

expectNobodyLeft();
terminatePools();
const running: Pick<Process, 'kill' | 'join'>[] = [];
const ends: PipeEnd[] = [];
afterEach(async () => {
  ends.splice(0).forEach((end) => end.close());
  for (const child of running.splice(0)) {
    child.kill();
    await child.join();
  }
});

const { here } = echoes;
type Exchange = (value: unknown) => Promise<unknown>;

function start<Args extends readonly unknown[]>(fn: (...args: Args) => unknown, args: Args): void {
  running.push(new Process(here, fn, args).start());
}

/** Each makes what takes one value after the other to another process and back; `called` is what errors call it. */
const WAYS: Readonly<Record<string, { readonly called: string; readonly open: () => Exchange | Promise<Exchange>; readonly runs: number }>> = {
  'Queue, each awaited': {
    called: 'item',
    runs: 150,
    open() {
      const [there, back] = [new Queue(), new Queue()];
      start(echoes.byQueue, [there, back]);
      return async (value) => {
        await there.put(value);
        return back.get({ timeout: within(20_000) });
      };
    },
  },
  'Queue, several in a turn': {
    called: 'item',
    runs: 150,
    open() {
      const [there, back] = [new Queue(), new Queue()];
      start(echoes.byQueue, [there, back]);
      return async (value) => {
        const puts = await Promise.allSettled(['first', value, 'last'].map((item) => there.put(item)));
        const arrived: unknown[] = [];
        for (const { status } of puts) {
          arrived.push(status === 'fulfilled' ? await back.get({ timeout: within(20_000) }) : undefined);
        }
        expect([arrived[0], arrived[2]]).toEqual(['first', 'last']);
        if (puts[1]?.status === 'rejected') {
          throw puts[1].reason;
        }
        return arrived[1];
      };
    },
  },
  Pipe: {
    called: 'message',
    runs: 150,
    async open() {
      const { left, right } = await Pipe.open();
      start(echoes.byPipe, [right]);
      right.close();
      ends.push(left);
      return async (value) => {
        const sent = left.send(value);
        // What is refused is refused within this turn. Nobody receives then, or it would be the next message.
        await Promise.race([sent, nextTurn()]);
        const [, arrived] = await Promise.all([sent, left.recv({ timeout: within(20_000) })]);
        return arrived;
      };
    },
  },
  Pool: {
    called: 'item 1',
    runs: 150,
    open() {
      const pool = startPool({ workers: 1 }, here);
      return async (value) => (await pool.map(echoes.byPool, ['first', value], { chunkSize: 2 }))[1];
    },
  },
  'arguments of a Process': {
    called: 'argument 1',
    runs: 8,
    open: () => async (value) => {
      const back = new Queue();
      start(echoes.asArguments, [back, value]);
      return back.get({ timeout: within(20_000) });
    },
  },
};

describe.each(Object.entries(WAYS))('through %s', (way, { called, open, runs }) => {
  it('values of every kind arrive equal', async () => {
    const exchange = await open();
    // A process for each value would take too long: it gets many in one.
    const values = way.startsWith('arguments') ? fc.array(fc.oneof(structured, cyclic), { minLength: 30, maxLength: 60 }) : fc.oneof(structured, cyclic);
    await fc.assert(fc.asyncProperty(values, async (value) => deepStrictEqual(await exchange(value), value)), { numRuns: runs });
  });

  it('a value that cannot be sent is refused by its path, and the next one goes through', async () => {
    const exchange = await open();
    const getter = { get broken(): never {
      throw new Error('on purpose');
    } };
    const refused = [
      [{ list: [1, () => 1] }, '.list[1]'], [new Map([['key', Symbol('s')]]), '.get("key")'], [[new URL('http://x/')], '[0]'],
      [Promise.resolve(), ''], [[new Queue()], '[0]'], [getter, ''],
    ] as const;
    for (const [value, path] of refused) {
      const error: unknown = await exchange(value).then(() => 'it was sent', (reason: unknown) => reason);
      expect(error).toBeInstanceOf(TransferError);
      expect(error).toMatchObject({ path: called + path });
    }
    expect(await exchange('next')).toBe('next');
  });

  it.each([1, 4099, 65_537, 1 << 20, 64 << 20])('%i bytes arrive whole', async (bytes) => {
    const exchange = await open();
    const content = Buffer.alloc(bytes, 'any bytes \0\xff', 'latin1');
    const text = '"text"\n'.repeat(bytes / 7).padEnd(bytes, 'x');
    expect(content.equals(await exchange(content) as Buffer)).toBe(true);
    expect(await exchange(text) === text).toBe(true);
  }, within(60_000));
});
