import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Claim, ProofRun } from '../../src/course/index.js';
import { type Evidence, type Machine, type Perform, prove, proveAll } from '../../src/proof/index.js';
import type { Facts } from '../../src/trace/facts.js';
import { claimOf, machine, measureCeiling, pretend, runOf, wellEnded } from './claims.js';

const signal = new AbortController().signal;
const always = { kind: 'always', expression: 'n <= 3' } as const;
const n = (value: number) => (): Facts => ({ n: value });
const count = (names: readonly string[], name: string): number => names.filter((each) => each === name).length;

/** Runs that last for a few milliseconds; tells how many there were at a time. */
function overlapping(facts: (run: ProofRun) => Facts): Perform & { most: number; done: string[] } {
  let now = 0;
  const perform = async (run: ProofRun): Promise<Facts> => {
    now++;
    self.most = Math.max(self.most, now);
    self.done.push(run.call.text.split(' ')[1] ?? '');
    await sleep(5);
    now--;
    return wellEnded(facts(run));
  };
  const self = Object.assign(perform, { most: 0, done: [] as string[] });
  return self;
}

const high = (run: ProofRun): Facts => ({ n: run.call.text.includes('contrast') ? 9 : 1, ms: run.call.text.includes('contrast') ? 9 : 1 });

test('equal runs are done once for all claims, as often as the one that needs most of them; a contrast may be a run of another', async () => {
  const perform = pretend({ run: n(3), contrast: n(9) });
  const claims = [
    claimOf('one', { asserts: always, times: 3 }),
    claimOf('two', { asserts: { kind: 'never', expression: 'n > 3' }, times: 7 }),
    claimOf('three', { asserts: { kind: 'always', expression: 'n == 9' }, runs: [runOf('contrast')], contrasts: [runOf('run')], times: 2 }),
  ];
  const verdicts = await proveAll(claims, { perform, machine, measureCeiling, signal });
  expect(verdicts.map(({ claim, status }) => [claim.id, status])).toEqual([['one', 'holds'], ['two', 'holds'], ['three', 'holds']]);
  expect(count(perform.done, 'run')).toBe(7);
  expect(count(perform.done, 'contrast')).toBe(2);
});

test('a counterexample in a run that another claim wanted refutes all the same, whichever of them is first', async () => {
  const often = claimOf('often', { asserts: { kind: 'never', expression: 'n > 100' }, contrasts: [runOf('huge')], times: 6 });
  const seldom = claimOf('seldom', { asserts: always, times: 2 });
  for (const claims of [[seldom, often], [often, seldom]]) {
    const perform = pretend({ run: (time) => ({ n: time === 5 ? 4 : 3 }), contrast: n(9), huge: n(101) });
    const verdicts = await proveAll(claims, { perform, machine, measureCeiling, signal });
    expect(Object.fromEntries(verdicts.map(({ claim, status }) => [claim.id, status]))).toEqual({ often: 'holds', seldom: 'fails' });
    expect(verdicts.find(({ claim }) => claim === seldom)?.reason).toBe('counterexample in run 6: n = 4');
    expect(count(perform.done, 'run')).toBe(6);
  }
});

test('runs that others wanted are counted, and bound how often it may happen', async () => {
  const perform = pretend({ run: n(3), contrast: n(9), huge: n(101) });
  const [seldom] = await proveAll([
    claimOf('seldom', { asserts: { kind: 'never', expression: 'n > 3' }, times: 2 }),
    claimOf('often', { asserts: { kind: 'never', expression: 'n > 100' }, contrasts: [runOf('huge')], times: 6 }),
  ], { perform, machine, measureCeiling, signal });
  expect(seldom).toMatchObject({ status: 'holds', bound: 0.5, reason: expect.stringMatching(/^did not happen in 6 runs/) });
  expect(seldom?.evidence.length).toBe(7);
});

test.each<[string, Partial<ProofRun>]>([
  ['start method', { startMethod: 'spawn' }], ['output', { stdout: 'terminal' }], ['limit', { limitMs: 1 }],
  ['arguments', { call: { ...runOf('run').call, args: ['x'] } }],
])('a run with another %s is another run', async (_, other) => {
  const perform = pretend({ run: n(3), contrast: n(9) });
  const claims = [claimOf('one', { asserts: always }), claimOf('two', { asserts: always, runs: [runOf('run', other)] })];
  await proveAll(claims, { perform, machine, measureCeiling, signal });
  expect(count(perform.done, 'run')).toBe(10);
});

test('a counterexample decides at once: nothing more is run, and what runs is ended', async () => {
  const ended: string[] = [];
  const perform: Perform = async ({ call }, stop) => {
    if (call.text === 'node run') {
      return wellEnded({ n: 4 });
    }
    await sleep(60_000, undefined, { signal: stop }).catch((error: unknown) => {
      ended.push(call.text);
      throw error;
    });
    return {};
  };
  const { status, evidence } = await prove(claimOf('so', { asserts: always }), { perform, machine, measureCeiling, signal });
  expect(status).toBe('fails');
  expect(evidence.length).toBeLessThanOrEqual(2);
  expect(ended.length).toBeLessThanOrEqual(1);
});

test('`sometimes` stops when both outcomes were seen', async () => {
  const perform = pretend({ run: (time) => ({ n: time % 2 }), contrast: n(0) });
  await prove(claimOf('so', { asserts: { kind: 'sometimes', expression: 'n == 1' }, times: 20 }), { perform, machine: { ...machine, cores: 1 }, measureCeiling, signal });
  expect(count(perform.done, 'run')).toBe(2);
  expect(count(perform.done, 'contrast')).toBe(20);
});

test('there is one more run at a time than there are cores, and one only where a claim needs cores', async () => {
  const claims = Array.from({ length: 4 }, (_, index) => claimOf(`${index}`, { asserts: always, runs: [runOf(`run-${index}`)] }));
  const perform = overlapping(high);
  await proveAll(claims, { perform, machine: { ...machine, cores: 3 }, measureCeiling, signal });
  expect(perform.most).toBe(4);
  const alone = overlapping(high);
  const needs = { cores: 2, platforms: undefined, python: undefined, gil: undefined };
  const verdicts = await proveAll(claims.map((claim) => ({ ...claim, proof: { ...claim.proof, needs } })), { perform: alone, machine, measureCeiling, signal });
  expect(verdicts.map(({ status }) => status)).toEqual(['holds', 'holds', 'holds', 'holds']);
  expect(alone.most).toBe(1);
});

test('runs that hang sleep, so more of them fit', async () => {
  const perform = overlapping((run) => (run.call.text.includes('contrast') ? {} : { hung: true, ending: 'limit', exitCode: null }));
  const claims = Array.from({ length: 6 }, (_, index) => claimOf(`${index}`, { asserts: { kind: 'hung', hangs: true }, runs: [runOf(`run-${index}`)], times: 1 }));
  await proveAll(claims, { perform, machine: { ...machine, cores: 1 }, measureCeiling, signal });
  expect(perform.most).toBe(3);
});

test('ratios take strict turns, one run at a time', async () => {
  const asserts = { kind: 'ratio', expression: 'ratio < 0.8', fact: 'ms', to: runOf('to-contrast') } as const;
  const perform = overlapping(high);
  const [verdict] = await proveAll([claimOf('so', { asserts, times: 3 })], { perform, machine: { ...machine, cores: 4 }, measureCeiling, signal });
  expect(verdict?.status).toBe('holds');
  expect(perform.most).toBe(1);
  expect(perform.done).toEqual(['run', 'to-contrast', 'contrast', 'run', 'to-contrast', 'contrast', 'run', 'to-contrast', 'contrast']);
});

test('a contrast that is what a ratio compares with is measured for itself', async () => {
  const to = runOf('same-contrast');
  const perform = overlapping(high);
  await prove(claimOf('so', { asserts: { kind: 'ratio', expression: 'ratio < 0.8', fact: 'ms', to }, contrasts: [to], times: 2 }), { perform, machine, measureCeiling, signal });
  expect(count(perform.done, 'same-contrast')).toBe(4);
});

test('ratios of the same runs share their turns', async () => {
  const asserts = { kind: 'ratio', expression: 'ratio < 0.8', fact: 'ms', to: runOf('to-contrast') } as const;
  const perform = overlapping(high);
  const claims = [claimOf('one', { asserts, times: 3 }), claimOf('two', { asserts: { ...asserts, fact: 'n' }, times: 3 })];
  expect((await proveAll(claims, { perform, machine, measureCeiling, signal })).map(({ status }) => status)).toEqual(['holds', 'holds']);
  expect(perform.done.length).toBe(9);
});

test('a run that cannot be done makes the claim untold, with the reason', async () => {
  const perform: Perform = () => Promise.reject(new Error('there is no file a.mjs'));
  const { status, reason, evidence } = await prove(claimOf('so', { asserts: always }), { perform, machine, measureCeiling, signal });
  expect({ status, reason }).toEqual({ status: 'untold', reason: 'run 1: it could not be run: there is no file a.mjs' });
  expect(evidence[0]).toMatchObject({ value: undefined, why: 'it could not be run: there is no file a.mjs', facts: {} });
});

test('evidence is told as it comes, with what it says and for which part', async () => {
  const evidence: Evidence[] = [];
  const perform = pretend({ run: n(3), contrast: n(9) });
  const verdict = await prove(claimOf('so', { asserts: always, times: 2 }), { perform, machine, measureCeiling, signal, onEvidence: (each) => evidence.push(each) });
  expect(evidence.map(({ part, value }) => `${part} ${value}`).toSorted()).toEqual(['contrast false', 'run true', 'run true']);
  expect(verdict.evidence.map(({ part }) => part)).toEqual(['run', 'run', 'contrast']);
  expect(verdict.evidence[0]?.facts).toMatchObject({ n: 3, exitCode: 0 });
});

test('when the budget is over, runs are ended and what is not decided is unfinished', async () => {
  let under = 0;
  const perform: Perform = async (run, stop) => {
    under++;
    try {
      await sleep(run.call.text === 'node run' ? 1 : 60_000, undefined, { signal: stop });
      return wellEnded({ n: 1 });
    } finally {
      under--;
    }
  };
  const { status, reason, evidence } = await prove(claimOf('so', { asserts: always, times: 2 }), { perform, machine, measureCeiling, signal, budgetMs: 300 });
  expect(status).toBe('unfinished');
  expect(reason).toBe('it was ended when 2 runs were done');
  expect(evidence.length).toBe(2);
  expect(under).toBe(0);
});

test('an abort ends everything, also before it has begun', async () => {
  const controller = new AbortController();
  const perform: Perform = async (_, stop) => {
    controller.abort();
    await sleep(60_000, undefined, { signal: stop });
    return {};
  };
  const claims = ['one', 'two', 'three'].map((id) => claimOf(id, { asserts: always }));
  const verdicts = await proveAll(claims, { perform, machine, measureCeiling, signal: controller.signal });
  expect(verdicts.map(({ status }) => status)).toEqual(['unfinished', 'unfinished', 'unfinished']);
  const none = pretend({});
  await proveAll(claims, { perform: none, machine, measureCeiling, signal: controller.signal });
  expect(none.done).toEqual([]);
});

test('what the machine has not got is skipped, with the reason, and nothing is run', async () => {
  const perform = pretend({});
  const told: string[] = [];
  const poor: Machine = { ...machine, python: undefined };
  const python: Claim = claimOf('so', { asserts: always, runs: [runOf('run', { startMethod: 'fork' })] });
  const asPython = { ...python, proof: { ...python.proof, runs: python.proof.runs.map((run) => ({ ...run, call: { ...run.call, kind: 'program', runtime: 'python3', file: '/a.py' } as const })) } };
  const verdicts = await proveAll([asPython], { perform, machine: poor, measureCeiling, signal, onVerdict: ({ status }) => told.push(status) });
  expect(verdicts).toMatchObject([{ status: 'skipped', reason: 'it needs Python 3.8 or later, and there is none here', evidence: [] }]);
  expect(told).toEqual(['skipped']);
  expect(perform.done).toEqual([]);
});

test('verdicts come in the order of the claims', async () => {
  const perform = overlapping(high);
  const needs = { cores: 1, platforms: undefined, python: undefined, gil: undefined };
  const claims = [claimOf('alone', { asserts: always, needs }), claimOf('beside', { asserts: always })];
  const told: string[] = [];
  const verdicts = await proveAll(claims, { perform, machine, measureCeiling, signal, onVerdict: ({ claim }) => told.push(claim.id) });
  expect(verdicts.map(({ claim }) => claim.id)).toEqual(['alone', 'beside']);
  expect(told).toEqual(['beside', 'alone']);
});

test('a run that its limit cut off while others ran is done again, alone; only then it is untold', async () => {
  let now = 0;
  const alone: string[] = [];
  const perform = async ({ call: { text } }: ProofRun): Promise<Facts> => {
    now++;
    await sleep(20);
    const isAlone = now-- === 1;
    if (text.startsWith('node slow')) {
      if (isAlone) {
        alone.push(text);
      }
      return isAlone && text === 'node slow' ? wellEnded({ n: 1 }) : { ...wellEnded({ n: 1 }), ending: 'limit', exitCode: null };
    }
    await sleep(30);
    return wellEnded(text.includes('contrast') ? { n: 9 } : { n: 1 });
  };
  const claims = ['quick', 'slow', 'slow-for-ever'].map((name) => claimOf(name, { asserts: always, runs: [runOf(name)], times: 1 }));
  const verdicts = await proveAll(claims, { perform, machine, measureCeiling, signal });
  expect(verdicts.map(({ claim, status }) => [claim.id, status])).toEqual([['quick', 'holds'], ['slow', 'holds'], ['slow-for-ever', 'untold']]);
  expect(new Set(alone)).toEqual(new Set(['node slow', 'node slow-for-ever']));
});

test('a run that nobody wants any more makes room for others', async () => {
  const events: string[] = [];
  const perform: Perform = async ({ call: { text } }, stop) => {
    if (text === 'node long') {
      await sleep(60_000, undefined, { signal: stop }).finally(() => events.push('long was ended'));
    }
    await sleep(20);
    events.push(text);
    return wellEnded(text.includes('contrast') ? { n: 9 } : { n: text === 'node bad' ? 4 : 1 });
  };
  const claims = [
    claimOf('refuted', { asserts: always, runs: [runOf('bad')], contrasts: [runOf('long')], times: 1 }),
    claimOf('other', { asserts: always, times: 4 }),
  ];
  const verdicts = await proveAll(claims, { perform, machine, measureCeiling, signal });
  expect(verdicts.map(({ status }) => status)).toEqual(['fails', 'holds']);
  expect(events.slice(0, 2)).toEqual(['node bad', 'long was ended']);
});
