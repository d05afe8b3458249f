import { describe, expect, test } from 'vitest';
import { prove } from '../../src/proof/index.js';
import type { Claim, Proof } from '../../src/course/index.js';
import type { Facts } from '../../src/trace/facts.js';
import { claimOf, machine, measureCeiling, pretend, runOf } from './claims.js';

type Answers = Parameters<typeof pretend>[0];

async function verdictOf(proof: Partial<Proof> & Pick<Proof, 'asserts'>, answers: Answers) {
  const { status, reason, bound } = await prove(claimOf('so', proof), { perform: pretend(answers), machine, measureCeiling, signal: new AbortController().signal });
  return { status, reason, bound };
}

const always = { asserts: { kind: 'always', expression: 'n <= 3' } } as const;
const never = { asserts: { kind: 'never', expression: 'n > 3' } } as const;
const sometimes = { asserts: { kind: 'sometimes', expression: 'n > 3' }, times: 20 } as const;
const hangs = { asserts: { kind: 'hung', hangs: true }, times: 1 } as const;
const ends = { asserts: { kind: 'hung', hangs: false }, times: 3 } as const;
const ratio = { asserts: { kind: 'ratio', expression: 'ratio < 0.8', fact: 'ms', to: runOf('to') }, times: 3 } as const;

const n = (value: number) => (): Facts => ({ n: value });
const ms = (...values: number[]) => (time: number): Facts => ({ ms: values[time % values.length] ?? Number.NaN });
const hung = (): Facts => ({ hung: true, ending: 'limit', exitCode: null, elapsedMs: 2500 });

describe('always', () => {
  test('holds when each run is so and its contrast is not', async () => {
    expect(await verdictOf(always, { run: n(3), contrast: n(9) })).toEqual({
      status: 'holds', reason: 'holds in 5 of 5 runs, fails in its contrast (n = 9)', bound: undefined,
    });
  });

  test('fails at a counterexample, whatever its contrast', async () => {
    const run = (time: number): Facts => ({ n: time === 2 ? 4 : 3 });
    expect(await verdictOf(always, { run, contrast: n(3) })).toMatchObject({ status: 'fails', reason: 'counterexample in run 3: n = 4' });
  });

  test('proves nothing when it holds in its contrast too', async () => {
    expect(await verdictOf(always, { run: n(3), contrast: n(1) })).toMatchObject({
      status: 'proves nothing', reason: 'holds in its contrast too, in 5 of 5 runs (n = 1)',
    });
  });

  test('a contrast that fails once in a while has failed', async () => {
    const contrast = (time: number): Facts => ({ n: time === 4 ? 9 : 3 });
    expect(await verdictOf(always, { run: n(3), contrast })).toMatchObject({ status: 'holds' });
  });

  test('must hold in each of its runs and fail in each of its contrasts', async () => {
    const runs = [runOf('one'), runOf('two')];
    const contrasts = [runOf('three'), runOf('four')];
    expect(await verdictOf({ ...always, runs, contrasts }, { one: n(1), two: n(2), three: n(4), four: n(5) })).toMatchObject({
      status: 'holds', reason: 'holds in 10 of 10 runs, fails in each of its 2 contrasts (n = 4)',
    });
    expect(await verdictOf({ ...always, runs, contrasts }, { one: n(1), two: n(4), three: n(4), four: n(5) })).toMatchObject({
      status: 'fails', reason: 'counterexample in run 1 of node two: n = 4',
    });
    expect(await verdictOf({ ...always, runs, contrasts }, { one: n(1), two: n(2), three: n(4), four: n(3) })).toMatchObject({
      status: 'proves nothing', reason: 'holds in the contrast node four too, in 5 of 5 runs (n = 3)',
    });
  });
});

describe('never', () => {
  test('says how rare it is, at most', async () => {
    expect(await verdictOf({ ...never, times: 20 }, { run: n(3), contrast: n(9) })).toEqual({
      status: 'holds', reason: 'did not happen in 20 runs (at 95 % it happens in less than 15 % of runs), happened in its contrast (n = 9)', bound: 0.15,
    });
  });

  test('says nothing of how rare it is after too few runs', async () => {
    expect(await verdictOf({ ...never, times: 3 }, { run: n(3), contrast: n(9) })).toMatchObject({
      reason: 'did not happen in 3 runs, happened in its contrast (n = 9)', bound: 1,
    });
  });

  test('fails when it happens, and proves nothing when it does not in its contrast', async () => {
    expect(await verdictOf(never, { run: n(4), contrast: n(9) })).toMatchObject({ status: 'fails', reason: 'counterexample in run 1: n = 4' });
    expect(await verdictOf(never, { run: n(3), contrast: n(3) })).toMatchObject({ status: 'proves nothing' });
  });

  test('is not proved by a program that broke down', async () => {
    const broken = (): Facts => ({ n: 0, exitCode: 1 });
    expect(await verdictOf(never, { run: broken, contrast: n(9) })).toMatchObject({
      status: 'untold', reason: 'run 1: it failed with exit code 1, of which the claim says nothing',
    });
    const busy = (): Facts => ({ n: 0, ending: 'limit', exitCode: null });
    expect(await verdictOf(never, { run: busy, contrast: n(9) })).toMatchObject({ status: 'untold' });
    const speaks = { asserts: { kind: 'never', expression: 'n > 3 && exitCode == 1' } } as const;
    expect(await verdictOf(speaks, { run: broken, contrast: () => ({ n: 9, exitCode: 1 }) })).toMatchObject({ status: 'holds' });
  });
});

describe('how a run ended must be what the claim has thought of', () => {
  const crash = (): Facts => ({ n: 0, output: [], exitCode: 1 });
  const busy = (): Facts => ({ n: 0, output: [], ending: 'limit', exitCode: null, elapsedMs: 2500 });
  const deadlock = (): Facts => ({ ...hung(), n: 0, output: [], asleep: false });
  const asleep = (): Facts => ({ ...deadlock(), asleep: true });
  const killed = (): Facts => ({ n: 0, output: [], exitCode: null, signal: 'SIGKILL' });
  const end = (): Facts => ({ n: 0, output: [] });
  const FAILED = 'run 1: it failed with exit code 1, of which the claim says nothing';
  const HUNG = 'run 1: it hung until its limit, after 2.5 s, of which the claim says nothing';
  const SLEPT = 'run 1: it only sleeps, for longer than its limit (2.5 s): give it a longer limit';

  test.each<[string, 'always' | 'never', string, () => Facts, () => Facts, string]>([
    ['hung does not excuse a failure', 'never', 'hung', crash, deadlock, FAILED],
    ['hung does not excuse a failure, whatever else is asked', 'always', '!hung && size(output) < 2', crash, deadlock, FAILED],
    ['hung does not excuse a signal', 'never', 'hung', killed, deadlock, 'run 1: SIGKILL ended it, of which the claim says nothing'],
    ['hung does not excuse work', 'never', 'hung', busy, deadlock, 'run 1: it was still at work at its limit, after 2.5 s, of which the claim says nothing'],
    ['nothing else excuses a hang', 'never', 'output.exists(line, line == "x")', deadlock, end, HUNG],
    ['exitCode does not excuse a hang', 'never', 'exitCode == 0', deadlock, end, HUNG],
    ['exitCode does not excuse work', 'never', 'exitCode == 0', busy, end, 'run 1: it was still at work at its limit, after 2.5 s, of which the claim says nothing'],
    ['hung does not excuse sleep', 'always', 'hung', asleep, end, SLEPT],
  ])('%s', async (_, kind, expression, run, contrast, reason) => {
    expect(await verdictOf({ asserts: { kind, expression } }, { run, contrast })).toMatchObject({ status: 'untold', reason });
  });

  test.each<[string, 'always' | 'never', string, () => Facts, () => Facts]>([
    ['exitCode a failure', 'always', 'exitCode == 1', crash, end],
    ['exitCode a signal', 'never', 'exitCode == 0', killed, end],
    ['signal a signal', 'always', 'signal == "SIGKILL"', killed, crash],
    ['ending work', 'always', 'ending == "limit"', busy, end],
    ['ending a hang, and sleep', 'always', 'ending == "limit"', asleep, crash],
    ['hung a hang', 'always', 'hung && n == 0', deadlock, end],
  ])('%s is told by its name', async (_, kind, expression, run, contrast) => {
    expect(await verdictOf({ asserts: { kind, expression } }, { run, contrast })).toMatchObject({ status: 'holds' });
  });

  test('a ratio is told by no hang', async () => {
    const waits = (): Facts => ({ ...hung(), ms: 2500 });
    const contrast = ms(2500);
    expect(await verdictOf(ratio, { run: ms(100), to: waits, contrast })).toMatchObject({
      status: 'untold', reason: 'run to compare with 1: it hung until its limit, after 2.5 s, of which the claim says nothing',
    });
  });

  test('what only sleeps has not hung, be it the run or the contrast', async () => {
    expect(await verdictOf(hangs, { run: asleep })).toMatchObject({ status: 'untold', reason: SLEPT });
    expect(await verdictOf(ends, { run: asleep, contrast: hung })).toMatchObject({ status: 'untold', reason: SLEPT });
    expect(await verdictOf(ends, { contrast: asleep })).toMatchObject({ status: 'untold', reason: SLEPT.replace('run', 'contrast run') });
  });

  test('a contrast that broke down does not show that it does not hang', async () => {
    expect(await verdictOf(hangs, { run: hung, contrast: crash })).toMatchObject({ status: 'untold', reason: `contrast ${FAILED}` });
  });
});

describe('sometimes', () => {
  const now = (first: number) => (time: number): Facts => ({ n: time < first ? 3 : 4 });

  test('holds when both outcomes were seen and its contrast has one only', async () => {
    expect(await verdictOf(sometimes, { run: now(2), contrast: n(3) })).toMatchObject({
      status: 'holds', reason: expect.stringMatching(/^happened in [12] of [34] runs; in its contrast in 0 of 20 runs \(n = 3\)$/),
    });
  });

  test('is not seen when there is one outcome', async () => {
    expect(await verdictOf(sometimes, { run: n(3), contrast: n(3) })).toMatchObject({
      status: 'not seen', reason: 'did not happen in 20 runs (n = 3); at 95 % it happens in less than 15 % of runs',
    });
    expect(await verdictOf(sometimes, { run: n(4), contrast: n(3) })).toMatchObject({
      status: 'not seen', reason: 'happened in each of 20 runs (n = 4); at 95 % it fails to happen in less than 15 % of runs',
    });
  });

  test('proves nothing when its contrast varies too', async () => {
    expect(await verdictOf(sometimes, { run: now(2), contrast: now(3) })).toMatchObject({ status: 'proves nothing' });
  });
});

describe('hung', () => {
  test('holds for what hangs, against what ends, and the other way round', async () => {
    expect(await verdictOf(hangs, { run: hung })).toMatchObject({
      status: 'holds', reason: 'hung in 1 of 1 run, did not hang in its contrast (hung = false, elapsedMs = 100)',
    });
    expect(await verdictOf(ends, { contrast: hung })).toMatchObject({ status: 'holds', reason: 'did not hang in 3 of 3 runs, hung in its contrast (hung = true)' });
  });

  test('fails for what ends, and for what hangs', async () => {
    expect(await verdictOf(hangs, {})).toMatchObject({ status: 'fails', reason: 'counterexample in run 1: hung = false, elapsedMs = 100' });
    expect(await verdictOf(ends, { run: hung, contrast: hung })).toMatchObject({ status: 'fails' });
  });

  test('neither ended nor hung is not told', async () => {
    const busy = (): Facts => ({ ending: 'limit', exitCode: null, elapsedMs: 2500 });
    expect(await verdictOf(ends, { run: busy, contrast: hung })).toMatchObject({
      status: 'untold', reason: 'run 1: it was still at work at its limit, after 2.5 s, of which the claim says nothing',
    });
  });

  test('a program that broke down does not show that it does not hang', async () => {
    expect(await verdictOf(ends, { run: () => ({ exitCode: 1 }), contrast: hung })).toMatchObject({ status: 'untold' });
  });
});

describe('ratio', () => {
  test('is that of the medians, with those of the turns, and fails in its contrast', async () => {
    expect(await verdictOf(ratio, { run: ms(50, 60, 40), to: ms(100, 100, 100), contrast: ms(100, 101, 99) })).toMatchObject({
      status: 'holds', reason: 'ratio 0.50 (0.40 to 0.60 in 3 turns); in its contrast ratio 1.00 (0.99 to 1.01 in 3 turns)',
    });
  });

  test('fails beyond its margin', async () => {
    expect(await verdictOf(ratio, { run: ms(90, 90, 10), to: ms(100, 100, 100), contrast: ms(100, 100, 100) })).toMatchObject({
      status: 'fails', reason: 'ratio 0.90 (0.10 to 0.90 in 3 turns) is not ratio < 0.8; the last of 3 tries',
    });
  });

  test('proves nothing when it holds in its contrast too', async () => {
    expect(await verdictOf(ratio, { run: ms(50, 50, 50), to: ms(100, 100, 100), contrast: ms(60, 60, 60) })).toMatchObject({ status: 'proves nothing' });
  });

  test('is not told without a number, or to nothing', async () => {
    const contrast = ms(100, 100, 100);
    expect(await verdictOf(ratio, { run: n(1), to: contrast, contrast })).toMatchObject({ status: 'untold', reason: 'run 1: it has no number ms' });
    expect(await verdictOf(ratio, { run: contrast, to: ms(0, 0, 0), contrast })).toMatchObject({ status: 'untold' });
  });
});

test('a fact that a run has not got makes it untold, never false', async () => {
  const missing: { [kind: string]: Claim['proof']['asserts'] } = {
    always: { kind: 'always', expression: 'printed.total < 3' },
    never: { kind: 'never', expression: 'printed.total > 3' },
    sometimes: { kind: 'sometimes', expression: 'printed.total > 3' },
  };
  for (const asserts of Object.values(missing)) {
    const { status, reason } = await verdictOf({ asserts }, { run: () => ({ printed: {} }), contrast: () => ({ printed: {} }) });
    expect(status).toBe('untold');
    expect(reason).toMatch(/^run 1: .*total/);
  }
});
