import { describe, expect, test } from 'vitest';
import type { Check, Exercise, OwnedExercise } from '../../src/course/index.js';
import { type ExerciseVerdict, type Machine, proveExercises } from '../../src/proof/index.js';
import type { Facts } from '../../src/trace/facts.js';
import { ceilings, machine, measureCeiling, pretend } from './claims.js';

const signal = new AbortController().signal;
const NO_NEEDS = { cores: undefined, platforms: undefined, python: undefined, gil: undefined };
const ENDS: Check = { says: 'It ends', asserts: { kind: 'hung', hangs: false }, hint: undefined };
const TEN: Check = { says: 'All is eaten', asserts: { kind: 'always', expression: 'eaten == 10' }, hint: undefined };
const VARIES: Check = { says: 'Each may be first', asserts: { kind: 'sometimes', expression: 'first == 1' }, hint: undefined };
const HUNG: Facts = { ending: 'limit', hung: true, exitCode: null };

const programs = { program: '/lessons/open.mjs', solution: '/lessons/solved.mjs', wrong: ['/lessons/near.mjs'] };

function owned(more: Partial<Exercise> = {}, lesson = 'a'): OwnedExercise {
  const exercise: Exercise = {
    programs: { node: programs }, checks: [ENDS, TEN], times: 3, limitMs: 3000, startMethod: undefined, stdout: 'pipe',
    needs: NO_NEEDS, place: { file: '/lessons/a.md', line: 9, column: 1 }, ...more,
  };
  return { id: `${lesson}#exercise`, lesson, exercise };
}

const eaten = (count: number) => (): Facts => ({ eaten: count });
const GOOD = { 'open.mjs': (): Facts => HUNG, 'solved.mjs': eaten(10), 'near.mjs': eaten(9) };

async function proved(answers: Parameters<typeof pretend>[0], exercise = owned(), on: Machine = machine) {
  const perform = pretend(answers);
  const [verdict] = await proveExercises([exercise], { perform, machine: on, measureCeiling, signal }) as [ExerciseVerdict];
  return { told: `${verdict.status}: ${verdict.reason}`, verdict, done: perform.done.toSorted() };
}

describe('an exercise', () => {
  test('holds when its solution passes all checks in all runs, and its program and each near miss fail one', async () => {
    const { told, verdict, done } = await proved(GOOD);
    expect(told).toBe('holds: the program open.mjs fails “It ends” in run 1: hung = true; the solution solved.mjs passes all checks in 3 runs; '
      + 'the near miss near.mjs fails “All is eaten” in run 1: eaten = 9');
    expect(verdict.parts.map(({ role, runs, checks }) => [role, runs, checks.map((check) => check.verdict)])).toEqual([
      ['program', 1, ['failed', 'untold']], ['solution', 3, ['passed', 'passed']], ['wrong', 1, ['passed', 'failed']],
    ]);
    expect(done).toEqual(['near.mjs', 'open.mjs', 'solved.mjs', 'solved.mjs', 'solved.mjs']);
  });

  test('fails when its solution fails a check in any run', async () => {
    const answers = { ...GOOD, 'solved.mjs': (time: number): Facts => ({ eaten: time === 2 ? 11 : 10 }) };
    expect((await proved(answers)).told).toBe('fails: the solution solved.mjs fails “All is eaten” in run 3: eaten = 11');
  });

  test('proves nothing when what must fail passes all checks', async () => {
    expect((await proved({ ...GOOD, 'open.mjs': eaten(10) })).told).toBe('proves nothing: the program open.mjs passes all checks in 3 runs');
    expect((await proved({ ...GOOD, 'near.mjs': eaten(10) })).told).toBe('proves nothing: the near miss near.mjs passes all checks in 3 runs');
  });

  test('holds when a near miss fails in its last run only', async () => {
    const { told, done } = await proved({ ...GOOD, 'near.mjs': (time) => ({ eaten: time === 2 ? 9 : 10 }) });
    expect(told).toContain('the near miss near.mjs fails “All is eaten” in run 3: eaten = 9');
    expect(done.filter((name) => name === 'near.mjs')).toHaveLength(3);
  });

  test('is untold when a run says nothing of a check, and none fails', async () => {
    const crash = (): Facts => ({ exitCode: 1, eaten: 10 });
    expect((await proved({ ...GOOD, 'solved.mjs': crash })).told).toMatch(/^untold: the solution solved.mjs: “It ends” cannot be told in run 1: it failed with exit code 1/);
    expect((await proved({ ...GOOD, 'near.mjs': crash })).told).toMatch(/^untold: the near miss near.mjs: “It ends” cannot be told in run 1/);
  });

  test('with something that is so sometimes is decided by all runs', async () => {
    const exercise = owned({ checks: [VARIES] });
    const first = (...values: number[]) => (time: number): Facts => ({ first: values[time] ?? 1 });
    const good = { 'open.mjs': first(1, 1, 1), 'solved.mjs': first(1, 1, 2), 'near.mjs': first(2, 2, 2) };
    expect((await proved(good, exercise)).told).toMatch(/^holds: the program open.mjs fails “Each may be first” in 3 of 3 runs/);
    expect((await proved({ ...good, 'solved.mjs': first(1, 1, 1) }, exercise)).told).toMatch(/^fails: the solution solved.mjs fails “Each may be first” in 3 of 3 runs/);
  });

  test('is skipped where this machine lacks what it needs', async () => {
    const { told, done } = await proved(GOOD, owned({ needs: { ...NO_NEEDS, cores: 8 } }));
    expect(told).toBe('skipped: it needs 8 cores, and this machine has 2');
    expect(done).toEqual([]);
  });

  test('without Python is proved by its programs for Node, if it has them, and says so', async () => {
    const python = { program: '/lessons/open.py', solution: '/lessons/solved.py', wrong: ['/lessons/near.py'] };
    const without = { ...machine, python: undefined };
    const both = await proved(GOOD, owned({ programs: { python, node: programs } }), without);
    expect(both.told).toMatch(/^holds: .*; without its programs in Python, which is not here$/);
    expect(both.done.every((name) => name.endsWith('.mjs'))).toBe(true);
    expect((await proved(GOOD, owned({ programs: { python } }), without)).told).toBe('skipped: it needs Python 3.8 or later, and there is none here');
  });

  test('that is ended is unfinished, and nothing of it goes on', async () => {
    const ending = new AbortController();
    const perform = pretend({ ...GOOD, 'solved.mjs': () => {
      ending.abort();
      return { eaten: 10 };
    } });
    const verdicts = await proveExercises([owned()], { perform, machine, measureCeiling, signal: ending.signal });
    expect(verdicts.map(({ status }) => status)).toEqual(['unfinished']);
    expect(perform.done.filter((name) => name === 'solved.mjs')).toHaveLength(1);
  });
});

test('equal runs of two exercises are done once, as often as the one that wants most of them', async () => {
  const perform = pretend(GOOD);
  const verdicts = await proveExercises([owned({ times: 2 }, 'a'), owned({ times: 5 }, 'b')], { perform, machine, measureCeiling, signal });
  expect(verdicts.map(({ owned: { id }, status, parts }) => [id, status, parts[1]?.runs])).toEqual([['a#exercise', 'holds', 2], ['b#exercise', 'holds', 5]]);
  expect(perform.done.filter((name) => name === 'solved.mjs')).toHaveLength(5);
});

describe('an exercise that needs cores and does not hold', () => {
  const needs = { ...NO_NEEDS, cores: 2 };
  const bad = { ...GOOD, 'solved.mjs': eaten(11) };

  test('fails at once when they were free', async () => {
    const free = ceilings(1.9);
    const [verdict] = await proveExercises([owned({ needs })], { perform: pretend(bad), machine, measureCeiling: free, signal });
    expect(verdict?.status).toBe('fails');
    expect(free.asked).toEqual([2]);
  });

  test('is tried again while something else has them, and may hold then', async () => {
    const perform = pretend({ ...GOOD, 'solved.mjs': (time) => ({ eaten: time === 0 ? 11 : 10 }) });
    const [verdict] = await proveExercises([owned({ needs })], { perform, machine, measureCeiling: ceilings(1.1), signal });
    expect(verdict?.status).toBe('holds');
  });

  test('is skipped when they are not given back', async () => {
    const [verdict] = await proveExercises([owned({ needs })], { perform: pretend(bad), machine, measureCeiling: ceilings(1.1), signal });
    expect(verdict).toMatchObject({ status: 'skipped', reason: expect.stringContaining('its 2 cores were busy with something else') });
  });
});
