import { expect, test } from 'vitest';
import type { ProofRun } from '../../src/course/index.js';
import { type Evidence, proveAll } from '../../src/proof/index.js';
import { claimOf, machine, measureCeiling, pretend, runOf } from './claims.js';

const inPython = (name: string): ProofRun => {
  const run = runOf(name);
  return { ...run, call: { ...run.call, kind: 'program', runtime: 'python3', file: `/lessons/${name}` } };
};
const asserts = { kind: 'always', expression: 'printed.n == 1' } as const;
const noPython = { ...machine, python: undefined };

test('where there is no Python, a claim is proved by its other runs, and says so', async () => {
  const claim = claimOf('both', {
    asserts, times: 1, runs: [inPython('p'), runOf('a')], contrasts: [runOf('b'), inPython('q')],
  });
  const perform = pretend({ a: () => ({ printed: { n: 1 } }), b: () => ({ printed: { n: 2 } }) });
  const told: [Evidence, string][] = [];
  const [verdict] = await proveAll([claim], {
    perform, machine: noPython, measureCeiling, signal: new AbortController().signal,
    onEvidence: (evidence, { id }) => told.push([evidence, id]),
  });
  expect(verdict).toMatchObject({ status: 'holds', reason: expect.stringContaining('without its runs in Python') });
  expect(verdict?.claim).toBe(claim);
  expect(perform.done.toSorted()).toEqual(['a', 'b']);
  expect(told.map(([, id]) => id)).toEqual(['both', 'both']);
});

test.each([
  ['runs', { runs: [inPython('p')], contrasts: [runOf('b')] }],
  ['contrasts', { runs: [runOf('a')], contrasts: [inPython('q')] }],
])('without any other %s it is skipped', async (_what, parts) => {
  const perform = pretend({});
  const [verdict] = await proveAll([claimOf('one', { asserts, times: 1, ...parts })], {
    perform, machine: noPython, measureCeiling, signal: new AbortController().signal,
  });
  expect(verdict).toMatchObject({ status: 'skipped', reason: 'it needs Python 3.8 or later, and there is none here' });
  expect(perform.done).toEqual([]);
});
