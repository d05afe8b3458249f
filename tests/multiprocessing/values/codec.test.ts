import { deepStrictEqual } from 'node:assert/strict';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransferError } from '../../../src/multiprocessing/errors.js';
import { fromWire, toWire, type Wire } from '../../../src/multiprocessing/channel/wire.js';
import { decode, embed, type Embedded, encode, unembed } from '../../../src/multiprocessing/values/codec.js';
import { json, structured } from './values.js';

/** As Node's channel does it, which has V8's format. */
function throughChannel(value: unknown): unknown {
  const [, embedded] = fromWire(deserialize(serialize(toWire(['before', embed(value, 'value'), 'behind']))) as Wire);
  return unembed(embedded as Embedded);
}

describe('a value', () => {
  it('of JSON travels as JSON and arrives equal', () => {
    fc.assert(fc.property(json, (value) => {
      expect(encode(value, 'value')).toBeTypeOf('string');
      deepStrictEqual(decode(encode(value, 'value')), value);
      deepStrictEqual(throughChannel(value), value);
    }));
  });

  it('that structured clone carries arrives equal: undefined, NaN, -0, bigint, Map, Set, Date, holes …', () => {
    fc.assert(fc.property(structured, (value) => {
      deepStrictEqual(decode(encode(value, 'value')), value);
      deepStrictEqual(throughChannel(value), value);
    }));
  });

  it('that contains itself, in one way or in many, arrives as it was', () => {
    interface Node { name: string; parent?: Node; children: Node[] }
    const root: Node = { name: 'root', children: [] };
    root.children = Array.from({ length: 500 }, (_, index) => ({ name: `${index}`, parent: root, children: [root] }));
    const arrived = decode(encode(root, 'value')) as Node;
    expect(arrived.children[499]?.parent).toBe(arrived);
    expect(arrived.children[0]?.children[0]).toBe(arrived);
  });

  it('whose parts are met again and again does not grow without bound', () => {
    let value: unknown[] = ['leaf'];
    for (let level = 0; level < 60; level++) {
      value = [value, value];
    }
    expect((decode(encode(value, 'value')) as unknown[][])[0]).toHaveLength(2);
  });

  it('keeps text that is no well-formed Unicode', () => {
    expect(decode(encode('a\ud800b', 'value'))).toBe('a\ud800b');
  });
});

describe('what looks fine but cannot be read', () => {
  const detached = new ArrayBuffer(8);
  structuredClone(detached, { transfer: [detached] });
  const deep = (levels: number): unknown => {
    let value: unknown = [];
    for (let level = 0; level < levels; level++) {
      value = [value];
    }
    return value;
  };

  it.each([
    ['a detached buffer', detached],
    ['a proxy of an object with undefined in it', new Proxy({ a: undefined }, {})],
  ])('%s is refused', (_, value) => {
    expect(() => encode(value, 'item')).toThrow(TransferError);
    expect(() => encode(value, 'item')).toThrow(/^item cannot be copied\. .+/);
  });

  it('nesting is carried down to 1,000 levels and refused beyond, not answered by a stack overflow', () => {
    deepStrictEqual(decode(encode(deep(999), 'item')), deep(999));
    expect(() => encode(deep(1500), 'item')).toThrow('item is nested more than 1000 levels deep');
    expect(() => embed(deep(100_000), 'item')).toThrow(TransferError);
  });
});
