import { describe, expect, it } from 'vitest';
import { fromWire, isWire, toWire } from '../../../src/multiprocessing/channel/wire.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a message', () => {
  it('of what JSON keeps is one text', () => {
    const parts = ['tasks', 7, [[1, 'two', { three: null }]]];
    expect(toWire(parts)).toBeTypeOf('string');
    expect(fromWire(toWire(parts))).toEqual(parts);
  });

  it('has its buffers beside the text, and each in its place again', () => {
    const parts = [bytes(1, 2), 'done', bytes(), [['a']], bytes(255)];
    const wire = toWire(parts);
    expect(wire).toMatchObject({ buffers: [bytes(1, 2), bytes(), bytes(255)] });
    expect(fromWire(wire)).toEqual(parts);
  });

  it('of ours is known', () => {
    expect([['ready'], ['done', bytes(1)]].map(toWire).map(isWire)).toEqual([true, true]);
  });

  it('is refused before Node would lose its place in the channel', () => {
    const half = new Uint8Array(512 << 20);
    expect(() => toWire(['done', half, half])).toThrow('A message has 1073741824 bytes of binary data, and can have 1072693248.');
    expect(() => toWire(['done', half, half.subarray(1 << 20)])).not.toThrow();
  });

  it.each(['["ready"]', ['ready'], null, { text: 'of a task' }, undefined, 5])('is not %j, which a program sends by itself', (message) => {
    expect(isWire(message)).toBe(false);
  });
});
