import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Process, SharedArray, SharedMemoryError } from 'mp-tutor/multiprocessing';
import { describe, expect, it } from 'vitest';
import * as children from './fixtures/arrays.mjs';
import { expectNobodyLeft, fixture, soon } from './support.js';

expectNobodyLeft();
const { here } = children;

const TYPES = [
  'Int8Array', 'Uint8Array', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array',
  'BigInt64Array', 'BigUint64Array',
] as const;

describe('a shared array', () => {
  it.each(TYPES)('of type %s begins with zeros, and what a child writes is seen at once', async (type) => {
    const numbers = new SharedArray(type, 5);
    const isBig = type.startsWith('Big');
    expect([numbers.length, numbers.type, numbers.array.constructor.name]).toEqual([5, type, type]);
    expect([...numbers.array].map(Number)).toEqual([0, 0, 0, 0, 0]);
    numbers.array.fill((isBig ? 21n : 21) as never);
    await new Process(here, children.double, [numbers]).start().join();
    expect([...numbers.array]).toEqual(Array.from({ length: 5 }, () => (isBig ? 42n : 42)));
  });

  it.each(['Int32Array', 'BigInt64Array', 'Uint8Array'] as const)('of type %s counts exactly with Atomics', async (type) => {
    const numbers = new SharedArray(type, 1);
    const adders = [1, 2].map(() => new Process(here, children.addAtomically, [numbers, 100_000]).start());
    await Promise.all(adders.map((child) => child.join()));
    expect(Number(numbers.array[0])).toBe(type === 'Uint8Array' ? 200_000 % 256 : 200_000);
  });

  it('shows a child what the parent writes while both run', async () => {
    const numbers = new SharedArray('Int32Array', 2);
    const child = new Process(here, children.waitFor, [numbers]).start();
    Atomics.store(numbers.array, 0, 1);
    expect(await soon(() => Atomics.load(numbers.array, 1) === 1)).toBe(true);
    await child.join();
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity])('cannot have the length %s', (length) => {
    expect(() => new SharedArray('Int8Array', length)).toThrow(RangeError);
  });

  it('cannot be of a type that does not exist', () => {
    expect(() => new SharedArray('Int24Array' as 'Int8Array', 1)).toThrow(/no typed array "Int24Array" to share; there is Int8Array, /);
  });

  it.each([2 ** 32, 2 ** 50, Number.MAX_SAFE_INTEGER])('of %i elements is refused, and does no harm', (length) => {
    expect(() => new SharedArray('Float64Array', length)).toThrow(SharedMemoryError);
  });

  it('is refused, like a queue, where the OS gives no more room', async () => {
    const script = `ulimit -f 100; exec "${process.execPath}" "${fixture('no-room.mjs')}"`;
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', script]);
    expect(JSON.parse(stdout)).toEqual([
      'SharedMemoryError: There is no room for 1000000 bytes of shared memory.',
      'SharedMemoryError: There is no room for 536870912 bytes of shared memory.',
    ]);
  });

  it('silently ignores what is written beyond its end, as typed arrays do', () => {
    const { array } = new SharedArray('Int32Array', 2);
    array[2] = 7;
    expect([array[2], array.length]).toEqual([undefined, 2]);
  });
});
