import { expect, test } from 'vitest';
import type { Needs, ProofRun } from '../../src/course/index.js';
import { type Machine, whySkipped } from '../../src/proof/index.js';
import { isInRange } from '../../src/proof/version-range.js';
import { claimOf, machine, runOf } from './claims.js';

const none: Needs = { cores: undefined, platforms: undefined, python: undefined, gil: undefined };
const python = (more: Partial<ProofRun> = {}): ProofRun => {
  const run = runOf('a.py', more);
  return { ...run, call: { ...run.call, kind: 'program', runtime: 'python3', file: '/a.py' } };
};
const demo = (...args: string[]): ProofRun => ({ ...runOf('pool'), call: { ...runOf('pool').call, kind: 'demo', demo: 'pool', args } });

function why(needs: Partial<Needs>, run: ProofRun, on: Partial<Machine> = {}): string | undefined {
  return whySkipped(claimOf('so', { asserts: { kind: 'hung', hangs: true }, runs: [run], needs: { ...none, ...needs } }), { ...machine, ...on });
}

const none38 = 'it needs Python 3.8 or later, and there is none here';
const gilFree = { version: '3.13.0', startMethods: ['fork', 'spawn'], gil: false };

test.each<[Partial<Needs>, ProofRun, Partial<Machine>, string | undefined]>([
  [{}, runOf('a'), {}, undefined],
  [{ cores: 2 }, runOf('a'), {}, undefined],
  [{ cores: 4 }, runOf('a'), {}, 'it needs 4 cores, and this machine has 2'],
  [{ platforms: ['linux', 'darwin'] }, runOf('a'), {}, undefined],
  [{ platforms: ['linux'] }, runOf('a'), { platform: 'darwin' }, 'it is about linux, and this is darwin'],
  [{}, runOf('a'), { python: undefined }, undefined],
  [{}, python(), { python: undefined }, none38],
  [{}, demo('--runtime', 'python'), { python: undefined }, none38],
  [{}, demo('--runtime=python'), { python: undefined }, none38],
  [{}, demo('--runtime', 'node'), { python: undefined }, undefined],
  [{}, demo('--workers', '3'), { python: undefined }, undefined],
  [{ python: '>=3.12' }, python(), {}, 'it is about Python >=3.12, and this is Python 3.11.7'],
  [{ python: '<3.14' }, python(), {}, undefined],
  [{ gil: true }, python(), { python: gilFree }, 'it needs a Python with a global interpreter lock, and this one has none'],
  [{ gil: false }, python(), {}, 'it needs a Python without a global interpreter lock, and this one has it'],
  [{}, python({ startMethod: 'fork' }), {}, undefined],
  [{}, python({ startMethod: 'forkserver' }), { python: gilFree }, 'it needs the start method forkserver, which this Python has not got'],
  [{}, runOf('a', { stdout: 'terminal' }), { terminals: false }, 'it needs a terminal for the program to print to, and none can be made here'],
])('%j %# on %j', (needs, run, on, expected) => {
  expect(why(needs, run, on)).toBe(expected);
});

test('a contrast and what a ratio compares with count too', () => {
  const asserts = { kind: 'ratio', expression: 'ratio > 1', fact: 'ms', to: python() } as const;
  expect(whySkipped(claimOf('so', { asserts }), { ...machine, python: undefined })).toBe(none38);
  expect(whySkipped(claimOf('so', { asserts: { kind: 'hung', hangs: true }, contrasts: [python()] }), { ...machine, python: undefined })).toBe(none38);
});

test.each<[string, string, boolean | undefined]>([
  ['3.12.1', '>=3.12', true], ['3.12.0', '>=3.12', true], ['3.9.18', '>=3.12', false], ['3.10.0', '>=3.9', true], ['3.14.0', '<3.14', false],
  ['3.13.5', '<3.14', true], ['3.14.0a1', '<3.14', false], ['3.12.1', '<=3.12', false], ['3.12.0', '<=3.12', true], ['3.12.0', '>3.12', false],
  ['3.12.1', '>3.12', true], ['3.12.1', '3.12', true], ['3.1.2', '3.12', false], ['3.12.1', '== 3.12', true], ['3.12.1', '>=3.9, <3.14', true],
  ['3.12.1', '>=3.9 <3.12', false], ['3.8.18', '>=3.9,<3.14', false], ['3.8.18', 'new', undefined], ['3.8.18', '', undefined], ['3.8.18', '>=3.x', undefined],
])('Python %s is in the range %j: %s', (version, range, expected) => {
  expect(isInRange(version, range)).toBe(expected);
});
