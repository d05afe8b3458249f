import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/course/index.js';
import { type Perform, prove, proveAll, type Verdict } from '../../src/proof/index.js';
import type { Facts } from '../../src/trace/facts.js';
import { ceilings, claimOf, machine, pretend, runOf, wellEnded } from './claims.js';

const signal = new AbortController().signal;
const needs = { cores: 2, platforms: undefined, python: undefined, gil: undefined };
const always = claimOf('so', { asserts: { kind: 'always', expression: 'n <= 3' }, needs, times: 2 });
const asserts = { kind: 'ratio', expression: 'ratio < 0.8', fact: 'ms', to: runOf('to') } as const;
const ratio = claimOf('so', { asserts, times: 3 });
const BUSY = 'its 2 cores were busy with something else: two plain busy processes were only 1.1 times as fast as one';

const n = (...values: number[]) => (time: number): Facts => ({ n: values[Math.min(time, values.length - 1)] ?? Number.NaN });
const ms = (...values: number[]) => (time: number): Facts => ({ ms: values[Math.min(time, values.length - 1)] ?? Number.NaN });

type Answers = Parameters<typeof pretend>[0];

/** What comes of a claim when plain busy processes are so many times as fast as one, and how often each program ran. */
async function tried(claim: Claim, answers: Answers, ...speedups: readonly [number, ...number[]]) {
  const perform = pretend(answers);
  const measureCeiling = ceilings(...speedups);
  const { status, reason, evidence } = await prove(claim, { perform, machine, measureCeiling, signal });
  return { status, reason, evidence, asked: measureCeiling.asked, ran: (name: string) => perform.done.filter((each) => each === name).length };
}

describe('a ratio that is not there', () => {
  const answers = { run: ms(9), to: ms(10), contrast: ms(10) };

  test('while the cores are free fails, after three tries', async () => {
    const { status, reason, ran, asked } = await tried(ratio, answers, 1.9);
    expect({ status, reason }).toEqual({ status: 'fails', reason: 'ratio 0.90 (0.90 to 0.90 in 3 turns) is not ratio < 0.8; the last of 3 tries' });
    expect(ran('run')).toBe(9);
    expect(asked).toEqual([2, 2, 2]);
  });

  test('while something else has the cores is skipped, and says so', async () => {
    const { status, reason } = await tried(ratio, answers, 1.9, 1.1, 1.3);
    expect({ status, reason }).toEqual({ status: 'skipped', reason: BUSY });
  });

  test('holds when it holds in a whole later try, which is said; what was measured before does not count', async () => {
    const { status, reason, evidence } = await tried(ratio, { run: ms(9, 9, 9, 5), to: ms(10), contrast: ms(10) }, 1.1);
    expect(status).toBe('holds');
    expect(reason).toMatch(/^ratio 0\.50 \(0\.50 to 0\.50 in 3 turns\); in its contrast ratio 1\.00 .*; in the second try$/);
    expect(evidence.length).toBe(9);
  });

  test('does not hold by a later run if the contrast of that try holds too', async () => {
    const { status, reason } = await tried(ratio, { run: ms(9, 9, 9, 5), to: ms(10), contrast: ms(10, 10, 10, 6) }, 1.9);
    expect(status).toBe('proves nothing');
    expect(reason).toMatch(/the last of 3 tries$/);
  });
});

describe('a counterexample to a claim that needs cores', () => {
  const answers = { run: n(4, 1), contrast: n(9) };

  test('is final at once while the cores are free', async () => {
    const { status, reason, ran } = await tried(always, answers, 1.9);
    expect({ status, reason }).toEqual({ status: 'fails', reason: 'counterexample in run 1: n = 4; its cores were free' });
    expect(ran('run')).toBe(1);
  });

  test('allows another try while something else has them', async () => {
    const { status, reason } = await tried(always, answers, 1.1);
    expect({ status, reason }).toEqual({ status: 'holds', reason: 'holds in 2 of 2 runs, fails in its contrast (n = 9); in the second try' });
  });

  test('is skipped when they stay busy', async () => {
    const { status, reason } = await tried(always, { run: n(4), contrast: n(9) }, 1.1);
    expect({ status, reason }).toEqual({ status: 'skipped', reason: BUSY });
  });

  test('is final as soon as they are free, also after a try while they were not', async () => {
    const { status, reason, ran } = await tried(always, { run: n(4), contrast: n(9) }, 1.1, 1.9);
    expect({ status, reason }).toEqual({ status: 'fails', reason: 'counterexample in run 1: n = 4; the last of 2 tries' });
    expect(ran('run')).toBe(2);
  });
});

test('a contrast that never fails, and what never varies, is tried again too, and keeps its verdict on free cores', async () => {
  const nothing = await tried(always, { run: n(1), contrast: n(1) }, 1.9);
  expect(nothing).toMatchObject({ status: 'proves nothing', reason: expect.stringMatching(/the last of 3 tries$/) });
  const sometimes = claimOf('so', { asserts: { kind: 'sometimes', expression: 'n > 3' }, needs, times: 4 });
  const varying = await tried(sometimes, { run: n(1, 1, 1, 1, 4, 1), contrast: n(1) }, 1.9);
  expect(varying).toMatchObject({ status: 'holds', reason: expect.stringMatching(/in the second try$/) });
});

test('a run that was cut off at its limit is tried again, and skipped while something else has the cores', async () => {
  const slow = { run: () => ({ ending: 'limit', exitCode: null }), contrast: n(9) };
  expect(await tried(always, slow, 1.1)).toMatchObject({ status: 'skipped', reason: BUSY });
  expect(await tried(always, slow, 1.9)).toMatchObject({ status: 'untold', reason: expect.stringMatching(/^run 1: it was still at work .*; the last of 3 tries$/) });
});

test('what does not tell for another reason is not tried again, nor is a claim that needs no cores', async () => {
  const untold = await tried(always, { run: () => ({}), contrast: n(9) }, 1.1);
  expect(untold).toMatchObject({ status: 'untold', asked: [] });
  const plain = { ...always, proof: { ...always.proof, needs: { ...needs, cores: undefined } } };
  const fails = await tried(plain, { run: n(4), contrast: n(9) }, 1.1);
  expect(fails).toMatchObject({ status: 'fails', reason: 'counterexample in run 1: n = 4', asked: [] });
});

test('a single core is never busy with something else: a ceiling of one process is one', async () => {
  const measureCeiling = ceilings(1);
  const { status } = await prove(ratio, { perform: pretend({ run: ms(9), to: ms(10), contrast: ms(10) }), machine: { ...machine, cores: 1 }, measureCeiling, signal });
  expect(status).toBe('fails');
  expect(measureCeiling.asked).toEqual([1, 1, 1]);
});

test('where the ceiling cannot be measured, the claim is untold', async () => {
  const measureCeiling = (): Promise<never> => Promise.reject(new Error('2 busy processes gave no measure'));
  const verdict = await prove(always, { perform: pretend({ run: n(4), contrast: n(9) }), machine, measureCeiling, signal });
  expect(verdict).toMatchObject({ status: 'untold', reason: 'whether its cores were free could not be measured: 2 busy processes gave no measure' });
});

test('a ceiling that is no number is no measure of free cores: the claim is untold, and nothing is withdrawn', async () => {
  const { status, reason } = await tried(always, { run: n(4), contrast: n(9) }, Number.NaN);
  expect({ status, reason }).toEqual({ status: 'untold', reason: 'whether its cores were free could not be measured: plain busy processes were NaN times as fast as one' });
});

test('nothing else runs while the ceiling is measured, and only what failed is tried again', async () => {
  let now = 0;
  const during: number[] = [];
  const done: string[] = [];
  const perform: Perform = async ({ call: { text } }) => {
    now++;
    done.push(text);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
    return wellEnded({ n: text === 'node bad' || text === 'node contrast' ? 9 : 1 });
  };
  const measureCeiling = async (): Promise<{ speedup: number }> => {
    during.push(now);
    return { speedup: 1.1 };
  };
  const bad = { ...always, id: 'bad', proof: { ...always.proof, runs: [runOf('bad')] } };
  const retried: string[] = [];
  const told: Verdict[] = [];
  await proveAll([bad, always], { perform, machine, measureCeiling, signal, onRetry: ({ id }) => retried.push(id), onVerdict: (verdict) => told.push(verdict) });
  expect(during).toEqual([0, 0, 0]);
  expect(retried).toEqual(['bad', 'bad']);
  expect(told.map(({ claim, status }) => [claim.id, status])).toEqual([['so', 'holds'], ['bad', 'skipped']]);
  expect(done.filter((text) => text === 'node run').length).toBe(2);
});

describe('when the budget is over', () => {
  /** Only the first try is done. */
  const once = (answers: Answers): Perform => {
    const pretended = pretend(answers);
    return async (run, stop) => {
      if (pretended.done.includes('run')) {
        await new Promise((_, reject) => {
          stop.addEventListener('abort', () => reject(new Error('over')));
        });
      }
      return pretended(run, stop);
    };
  };

  test('in a later try, what the first one says counts: under load it is skipped, so that it withdraws nothing', async () => {
    const perform = once({ run: n(4), contrast: n(9) });
    const { status, reason } = await prove(always, { perform, machine, measureCeiling: ceilings(1.1), signal, budgetMs: 1500 });
    expect({ status, reason }).toEqual({ status: 'skipped', reason: BUSY });
  });

  test('before the ceiling is known, it is unfinished', async () => {
    const measureCeiling = (_: number, { signal: stop }: { readonly signal: AbortSignal }): Promise<never> =>
      new Promise((_resolve, reject) => {
        stop.addEventListener('abort', () => reject(new Error('over')));
      });
    const { status, reason } = await prove(always, { perform: pretend({ run: n(4), contrast: n(9) }), machine, measureCeiling, signal, budgetMs: 100 });
    expect({ status, reason }).toEqual({ status: 'unfinished', reason: 'no time was left to see whether its cores were free' });
  });
});
