import { describe, expect, test } from 'vitest';
import type { Checked, ExerciseRun } from '../../../src/cli/exercise/check.js';
import { passedOf, resultLines } from '../../../src/cli/exercise/result-lines.js';
import type { Check } from '../../../src/course/index.js';
import { judgeChecks } from '../../../src/proof/index.js';
import { width } from '../../../src/terminal/index.js';
import type { Facts } from '../../../src/trace/facts.js';
import type { Outcome } from '../../../src/trace/outcome.js';

const checks: Check[] = [
  { says: 'It ends', asserts: { kind: 'hung', hangs: false }, hint: 'Who waits?' },
  { says: 'All are eaten', asserts: { kind: 'always', expression: 'printed.eaten == 3' }, hint: 'Count them.' },
  { says: 'None is eaten twice', asserts: { kind: 'never', expression: 'printed.eaten > 3' }, hint: undefined },
];

const well: Facts = { ending: 'exited', exitCode: 0, signal: null, hung: false, elapsedMs: 100, printed: { eaten: 3 } };
const hanging: Facts = { ...well, ending: 'limit', hung: true, elapsedMs: 4000 };

function runOf(facts: Facts): ExerciseRun {
  const outcome: Outcome = {
    ending: facts['hung'] === true ? 'limit' : 'exited', code: 0, signal: undefined, hung: facts['hung'] === true,
    elapsedMs: Number(facts['elapsedMs']), tornLines: 0, processes: [],
    waits: facts['hung'] === true ? [{ pid: 7, parent: 1, command: 'python3 a.py', still: true, threads: [] }] : [],
  };
  const program = { file: '/a.py', args: [], limitMs: 4000, stdout: 'pipe', title: '', subtitle: '', source: '' } as const;
  return { program, facts, events: [], outcome };
}

function checkedAfter(...all: Facts[]): Checked {
  const runs = all.map(runOf);
  return { kind: 'checked', results: judgeChecks(checks, runs), runs };
}

function lines(checked: Checked, { columns = 70, plain = false } = {}): string[] {
  const capabilities = { terminal: true, colour: 0, unicode: true, columns, rows: 24, animated: true } as const;
  return resultLines(checked, 3, { capabilities, plain, again: 'run it again' });
}

describe('after a check stands', () => {
  test('how many runs each check passed in, and that it is solved', () => {
    expect(lines(checkedAfter(well, well, well))).toEqual([
      '✓ It ends (3 of 3 runs)', '✓ All are eaten (3 of 3 runs)', '✓ None is eaten twice (3 of 3 runs)', '',
      'Solved: all 3 checks passed in 3 of 3 runs.',
    ]);
  });

  test('which run fails a check, what it had, what to look at, and what happened in that run', () => {
    const text = lines(checkedAfter(well, { ...well, printed: { eaten: 2 } })).join('\n');
    expect(text).toContain('✓ It ends (2 of 3 runs)\n✗ All are eaten\n  In run 2: printed.eaten = 2.\n  Hint: Count them.\n✓ None is eaten twice');
    expect(text).toContain('What happened in run 2\n· It ended by itself after 0.1 s');
    expect(text).toMatch(/2 of 3 checks passed\.\nIt was not run any more after run 2 of 3[^]*Change the program, and run it again\.$/);
  });

  test('who waited for whom in a run that hung, and once that it tells no more', () => {
    const text = lines(checkedAfter(hanging)).join('\n');
    expect(text).toMatch(/^✗ It ends\n {2}In run 1 it hung\.\n {2}Hint: Who waits\?\n\? All are eaten\n {2}In run 1: it hung until its limit/);
    expect(text.match(/of which the check/g)).toHaveLength(1);
    expect(text).toMatch(/What happened\n· It hung: after 4\.0 s[^]*Who waited for whom\n {2}7 /);
    expect(text).toContain('0 of 3 checks passed.');
  });

  test('words in place of signs, if wanted', () => {
    const text = lines(checkedAfter(well, { ...well, printed: { eaten: 2 } }), { plain: true }).join('\n');
    expect(text).toMatch(/^passed: It ends \(2 of 3 runs\)\nfailed: All are eaten\nIn run 2/);
    expect(text).not.toMatch(/[✓✗]/);
  });

  test.each([20, 48])('no line wider than %i columns', (columns) => {
    expect(Math.max(...lines(checkedAfter(hanging), { columns }).map(width))).toBeLessThanOrEqual(columns);
  });
});

test('what a machine cannot check passes nothing, and it is said why', () => {
  const skipped: Checked = { kind: 'skipped', why: 'it needs 8 cores' };
  expect(lines(skipped)).toEqual(['It cannot be checked on this machine: it needs 8 cores.']);
  expect(passedOf(skipped)).toBe(0);
});
