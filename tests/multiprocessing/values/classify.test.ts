import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransferError } from '../../../src/multiprocessing/errors.js';
import { handOver } from '../../../src/multiprocessing/start/handle.js';
import { classify, refusal } from '../../../src/multiprocessing/values/classify.js';
import { json, structured } from './values.js';

function causedBy(cause: (error: Error) => unknown): Error {
  const error = new Error('x');
  error.cause = cause(error);
  return error;
}

class Point {
  x = 1;
}
class Stack extends Array<number> {}
class Queue {
  [handOver](): void {}
}

it('lets JSON carry what JSON keeps, and only that', () => {
  fc.assert(fc.property(json, (value) => classify(value) === 'json'));
  for (const value of [undefined, 1n, Number.NaN, -0, Infinity, new Date(), new Map(), Array(3), { a: [undefined] }]) {
    expect(classify(value)).toBe('v8');
  }
});

it('heeds no property that somebody has added to all objects', () => {
  const everyone = Object.prototype as { added?: unknown };
  everyone.added = () => {};
  try {
    expect(classify({ a: 1 })).toBe('json');
    expect(classify({ a: undefined })).toBe('v8');
  } finally {
    delete everyone.added;
  }
});

describe('a function somewhere in a value', () => {
  /** Any value, and in it, below any mixture of containers, a function; with the way that leads there. */
  const hidden = fc.tuple(structured, fc.array(fc.constantFrom('array', 'object', 'map', 'cause'), { maxLength: 8 }));
  const wrap = (inner: unknown, kind: string, other: unknown): [step: string, outer: unknown] => {
    switch (kind) {
      case 'array': return ['[1]', [other, inner]];
      case 'object': return ['.key', { other, key: inner }];
      case 'map': return ['.get("key")', new Map([['other', other], ['key', inner]])];
      default: return ['.cause', new Error('outer', { cause: inner })];
    }
  };

  it('is found, and the path leads to it', () => {
    fc.assert(fc.property(hidden, ([other, kinds]) => {
      let [path, value]: [string, unknown] = ['', () => {}];
      for (const kind of kinds) {
        const [step, outer] = wrap(value, kind, other);
        [path, value] = [step + path, outer];
      }
      expect(classify(value)).toBe('none');
      expect(refusal(value, 'item').path).toBe(`item${path}`);
    }));
  });

  it('is found behind a cycle', () => {
    const inner: Record<string, unknown> = {};
    const outer = { inner, last: () => {} };
    inner['outer'] = outer;
    expect(refusal(outer, 'item').path).toBe('item.last');
    expect(refusal([inner], 'item').path).toBe('item[0].outer.last');
  });
});

it.each([
  ['a function in a Map', new Map([['on end', () => 1]]), 'item.get("on end") is a function, which cannot be sent'],
  ['a function as a key', new Map([[() => 1, 'x']]), 'item.keys() is a function'],
  ['a function under a key without a text', new Map([[Object.create(null), () => 1]]), 'item.get([Object: null prototype] {})'],
  ['a function in a Set', new Set([() => 1]), 'item.values() is a function'],
  ['an instance of a class in an array', [1, [new Point()]], 'item[1][0] is an instance of Point, which would arrive without'],
  ['an array with methods of its own', { stack: Stack.of(1) }, 'item.stack is an instance of Stack'],
  ['a symbol', { a: { 'b c': Symbol('s') } }, 'item.a["b c"] is a symbol, which means something only inside its own process'],
  ['a symbol in a box', [Object(Symbol('s'))], 'item[0] is an instance of Symbol'],
  ['a queue in an object', { to: new Queue() }, 'item.to is a Queue, which travels only as an argument when a process'],
  ['a promise', Promise.resolve(1), 'item is an instance of Promise'],
  ['memory of threads', [new SharedArrayBuffer(8)], 'item[0] is an instance of SharedArrayBuffer'],
  ['an error that is its own cause', [causedBy((error) => error)], 'item[0] is an error to which its own cause leads back'],
  ['an error that is in its cause', causedBy((error) => ({ of: [error] })), 'item is an error to which its own cause leads back'],
  ['the cause of an error', new Error('x', { cause: { retry() {} } }), 'item.cause.retry is a function'],
])('%s is refused by its path', (_, value, message) => {
  expect(classify(value)).toBe('none');
  const error = refusal(value, 'item');
  expect(error).toBeInstanceOf(TransferError);
  expect(error.message).toContain(message);
});
