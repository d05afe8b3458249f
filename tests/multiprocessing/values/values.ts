import fc from 'fast-check';

/** What JSON carries as it is: no -0, which it would make 0, and plain prototypes. */
export const json: fc.Arbitrary<unknown> = fc.jsonValue({ stringUnit: 'binary' }).map(withoutMinusZero);

/** What structured clone carries, cycles aside, with the kinds nested in one another. */
export const structured: fc.Arbitrary<unknown> = fc.letrec((tie) => {
  const value = tie('value');
  const key = fc.string({ unit: 'binary' }).filter((name) => name !== '__proto__');
  return {
    value: fc.oneof({ maxDepth: 4, depthIdentifier: 'structured' },
      fc.constantFrom(undefined, null, true, Number.NaN, Infinity, -Infinity, -0),
      fc.double(),
      fc.string({ unit: 'binary' }),
      fc.bigInt(),
      fc.date({ noInvalidDate: true }),
      fc.oneof(fc.uint8Array(), fc.float64Array(), fc.bigInt64Array(), fc.int16Array()),
      fc.uint8Array().map((array) => Buffer.from(array)),
      fc.constantFrom(/a+/giu, new RangeError('too far'), Object(1n), new ArrayBuffer(3)),
      fc.array(value, { depthIdentifier: 'structured' }),
      fc.sparseArray(value, { depthIdentifier: 'structured' }),
      fc.array(value, { depthIdentifier: 'structured' }).map((values) => new Set(values)),
      fc.array(fc.tuple(value, value), { depthIdentifier: 'structured' }).map((entries) => new Map(entries)),
      fc.dictionary(key, value, { depthIdentifier: 'structured' }).map((object) => ({ ...object })),
    ),
  };
}).value;

/** A ring of containers, each of which holds the next one and any other value. */
export const cyclic: fc.Arbitrary<unknown> = fc
  .array(fc.tuple(fc.constantFrom('array', 'object', 'map', 'set'), structured), { minLength: 1, maxLength: 4 })
  .map((kinds) => {
    const ring = kinds.map(([kind]) => ({ array: [], object: {}, map: new Map(), set: new Set() })[kind] as unknown[] | object | Map<unknown, unknown> | Set<unknown>);
    ring.forEach((container, index) => {
      const [other, next] = [kinds[index]?.[1], ring[(index + 1) % ring.length]];
      if (Array.isArray(container)) {
        container.push(other, next);
      } else if (container instanceof Map) {
        container.set('other', other).set('next', next);
      } else if (container instanceof Set) {
        container.add(next);
      } else {
        Object.assign(container, { other, next });
      }
    });
    return ring[0];
  });

function withoutMinusZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
