import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/course/index.js';
import { type CheckResult, judgeChecks, type Sample } from '../../src/proof/index.js';
import type { Facts } from '../../src/trace/facts.js';

const ENDED: Facts = { ending: 'exited', exitCode: 0, signal: null, hung: false, asleep: false, elapsedMs: 200 };
const HUNG: Facts = { ...ENDED, ending: 'limit', exitCode: null, hung: true, elapsedMs: 3000 };

function run(facts: Facts, how = ENDED): Sample {
  return { facts: { ...how, ...facts } };
}

function check(asserts: Check['asserts']): Check {
  return { says: 'so it is', asserts, hint: undefined };
}

function judge(asserts: Check['asserts'], ...runs: readonly Sample[]): string {
  const [result] = judgeChecks([check(asserts)], runs) as [CheckResult];
  return `${result.verdict} ${result.reason}${result.counterexample ? ` [${result.counterexample.run}]` : ''}`;
}

const always = { kind: 'always', expression: 'printed.eaten == 10' } as const;
const never = { kind: 'never', expression: 'printed.eaten > 10' } as const;
const sometimes = { kind: 'sometimes', expression: 'printed.eaten == 10' } as const;
const [ten, nine, eleven] = [10, 9, 11].map((eaten) => run({ printed: { eaten } })) as [Sample, Sample, Sample];

describe('a check', () => {
  test('is passed when all runs are as it says', () => {
    expect(judge(always, ten, ten)).toBe('passed in all of 2 runs');
    expect(judge(never, ten, nine)).toBe('passed in all of 2 runs');
    expect(judge({ kind: 'hung', hangs: false }, ten)).toBe('passed in all of 1 run');
    expect(judge({ kind: 'hung', hangs: true }, run({}, HUNG))).toBe('passed in all of 1 run');
  });

  test('is failed by one run, whatever others say or do not say', () => {
    expect(judge(always, ten, nine, ten)).toBe('failed in run 2: printed.eaten = 9 [2]');
    expect(judge(never, ten, eleven)).toBe('failed in run 2: printed.eaten = 11 [2]');
    expect(judge(always, run({}, HUNG), nine)).toBe('failed in run 2: printed.eaten = 9 [2]');
    expect(judge({ kind: 'hung', hangs: false }, ten, run({}, HUNG))).toBe('failed in run 2: hung = true [2]');
  });

  test('is not passed by a run that broke down, unless it asks for that', () => {
    expect(judge(always, ten, run({ printed: { eaten: 10 } }, HUNG))).toBe('untold in run 2: it hung until its limit, after 3.0 s, of which the check says nothing [2]');
    expect(judge(always, run({ printed: { eaten: 10 }, exitCode: 1 }))).toBe('untold in run 1: it failed with exit code 1, of which the check says nothing [1]');
    expect(judge({ kind: 'always', expression: 'exitCode == 1' }, run({ exitCode: 1 }))).toBe('passed in all of 1 run');
    expect(judge(always, ten, { error: 'no such file' })).toBe('untold in run 2: it could not be run: no such file [2]');
  });

  test('is not passed without a run', () => {
    expect(judge(always)).toBe('untold there was no run');
  });

  test('is not passed by a run without its fact', () => {
    expect(judge(always, ten, run({ printed: {} }))).toBe('untold in run 2: the run has no `printed.eaten` [2]');
  });

  test('that is so sometimes wants a run of each kind', () => {
    expect(judge(sometimes, ten, nine, ten)).toBe('passed in 2 of 3 runs');
    expect(judge(sometimes, ten, ten)).toBe('failed in 2 of 2 runs (printed.eaten = 10) [2]');
    expect(judge(sometimes, nine, nine)).toBe('failed in 0 of 2 runs (printed.eaten = 9) [2]');
    expect(judge(sometimes, nine, run({}, HUNG))).toMatch(/^untold in run 2/);
    expect(judge(sometimes, nine, ten, run({}, HUNG))).toBe('passed in 1 of 3 runs');
  });
});

test('all checks are judged by the same runs, in their order', () => {
  const results = judgeChecks([check(always), check(never)], [nine]);
  expect(results.map(({ check: { asserts }, verdict }) => [asserts.kind, verdict])).toEqual([['always', 'failed'], ['never', 'passed']]);
  expect(results[0]?.counterexample?.facts).toMatchObject({ printed: { eaten: 9 } });
});
