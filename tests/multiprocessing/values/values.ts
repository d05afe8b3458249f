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

function withoutMinusZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
