import type { Check } from '../course/index.js';
import type { Facts } from '../trace/facts.js';
import { counted, inBrackets } from './judge-common.js';
import type { Sample } from './runs.js';
import { tellingOf, type Told } from './telling.js';

/** The run that shows why a check got its verdict. */
export interface Shown {
  /** Counted from 1, as people count. */
  readonly run: number;
  /** Empty when it could not be run. */
  readonly facts: Facts;
}

/** What the runs of a program say of a check. */
export interface CheckResult {
  readonly check: Check;
  /** `untold`: no run fails it, but one says nothing of it: it broke down, hung or lacks the fact. Only `passed` is well. */
  readonly verdict: 'passed' | 'failed' | 'untold';
  /** With its figures, as in `in run 2: printed.eaten = 9`. */
  readonly reason: string;
  /** Of `failed` and `untold`. */
  readonly counterexample: Shown | undefined;
}

/** Judges all checks by the same runs, however many there are. */
export function judgeChecks(checks: readonly Check[], runs: readonly Sample[]): CheckResult[] {
  return checks.map((check) => {
    const telling = tellingOf(check.asserts, 'check');
    return { check, ...judgeCheck(check, runs.map((run) => telling(run))) };
  });
}

function judgeCheck({ asserts }: Check, told: readonly Told[]): Omit<CheckResult, 'check'> {
  if (told.length === 0) {
    return { verdict: 'untold', reason: 'there was no run', counterexample: undefined };
  }
  const expected = asserts.kind === 'hung' ? asserts.hangs : asserts.kind !== 'never';
  const isSometimes = asserts.kind === 'sometimes';
  const broken = isSometimes ? -1 : told.findIndex(({ value }) => value !== undefined && value !== expected);
  if (broken !== -1) {
    return { verdict: 'failed', ...shown(told, broken, told[broken]?.seen) };
  }
  const varies = isSometimes && new Set(told.flatMap(({ value }) => value ?? [])).size > 1;
  const unknown = varies ? -1 : told.findIndex(({ value }) => value === undefined);
  if (unknown !== -1) {
    return { verdict: 'untold', ...shown(told, unknown, told[unknown]?.why) };
  }
  if (isSometimes) {
    return ofSometimes(told, varies);
  }
  return { verdict: 'passed', reason: `in all of ${counted(told.length)}`, counterexample: undefined };
}

function ofSometimes(told: readonly Told[], varies: boolean): Omit<CheckResult, 'check'> {
  const seen = told.filter(({ value }) => value === true).length;
  const share = `in ${seen} of ${counted(told.length)}`;
  return varies
    ? { verdict: 'passed', reason: share, counterexample: undefined }
    : { verdict: 'failed', ...shown(told, told.length - 1, told.at(-1)?.seen), reason: `${share}${inBrackets(told.at(-1)?.seen ?? '')}` };
}

function shown(told: readonly Told[], index: number, words = ''): Pick<CheckResult, 'reason' | 'counterexample'> {
  const reason = `in run ${index + 1}${words === '' ? '' : `: ${words}`}`;
  return { reason, counterexample: { run: index + 1, facts: told[index]?.facts ?? {} } };
}
