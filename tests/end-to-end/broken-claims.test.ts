import { expect, test } from 'vitest';
import { readChecked } from '../../src/cli/check/checked.js';
import { readMachine } from '../../src/cli/tutor/machine.js';
import { perform } from '../../src/cli/tutor/perform.js';
import { claimsOf } from '../../src/course/index.js';
import { proveAll } from '../../src/proof/index.js';
import { runTutor } from './mp-tutor.js';
import { claimsCourse, type Written } from './claims-course.js';

/** Each is broken in one way; the last are well, and show that the runs tell of the claims and not of this test. */
const CLAIMS: readonly Written[] = [
  ['counterexample', 'run: node programs/print.mjs 4\nalways: printed.n <= 3\ncontrast: node programs/print.mjs 9\nbecause: it is said so'],
  ['happens', 'run: node programs/print.mjs 4\nnever: printed.n > 3\ncontrast: node programs/print.mjs 3'],
  ['constant', 'run: node programs/print.mjs 4\nsometimes: printed.n > 3\ntimes: 5\ncontrast: node programs/print.mjs 3'],
  ['hung that ends', 'run: node programs/end.mjs\nhung: true\nlimit: 2.5\ncontrast: node programs/print.mjs 4'],
  ['not hung that hangs', 'run: node programs/hang.mjs\nhung: false\ntimes: 2\nlimit: 2.5\ncontrast: node programs/end.mjs'],
  ['contrast too', 'run: node programs/print.mjs 4\nalways: printed.n > 3\ncontrast: node programs/print.mjs 9\nbecause: it is said so'],
  ['missing', 'run: node programs/print.mjs\nnever: printed.n > 3\ncontrast: node programs/print.mjs 9'],
  ['breaks down', 'run: node programs/crash.mjs\nnever: processes > 3\ncontrast: node programs/print.mjs 9'],
  ['breaks down, and hung is asked', 'run: node programs/crash.mjs\nnever: hung\ntimes: 1\nlimit: 2.5\ncontrast: node programs/hang.mjs'],
  ['hangs, of which nothing is said', "run: node programs/hang.mjs\nnever: 'output.exists(line, line == \"n: 0\")'\ntimes: 1\nlimit: 2.5\ncontrast: node programs/end.mjs"],
  ['sleeps', 'run: node programs/sleep.mjs\nhung: true\nlimit: 4\ncontrast: node programs/end.mjs'],
  ['holds', 'run: node programs/print.mjs 3\nalways: printed.n <= 3\ncontrast: node programs/print.mjs 9\nbecause: it is said so'],
  ['hangs', 'run: node programs/hang.mjs\nhung: true\nlimit: 2.5\ncontrast: node programs/end.mjs'],
];

/** Measured here, and not by the command line, which tries them again and skips them where others have the cores. */
const RATIOS: readonly Written[] = [
  ['too low', 'run: node programs/work.mjs 6\nratio: ratio > 3\ncompare: printed.ms\nto: node programs/work.mjs 6\ncontrast: node programs/work.mjs 1'],
  ['beyond', 'run: node programs/work.mjs 30\nratio: ratio < 1.2\ncompare: printed.ms\nto: node programs/work.mjs 6\ncontrast: node programs/work.mjs 40'],
  ['ratio contrast too', 'run: node programs/work.mjs 1\nratio: ratio < 0.8\ncompare: printed.ms\nto: node programs/work.mjs 30\ncontrast: node programs/work.mjs 2'],
  ['is less', 'run: node programs/work.mjs 1\nratio: ratio < 0.8\ncompare: printed.ms\nto: node programs/work.mjs 30\ncontrast: node programs/work.mjs 40'],
];

/** In a lesson of their own: they are found before anything runs. */
const MISSPELT: Written = ['misspelt', 'run: node programs/print.mjs 4\nnever: workerPid > 3\ncontrast: node programs/print.mjs 9'];

/** Elsewhere the OS does not show that a program only sleeps. */
const SLEEPS = process.platform === 'linux' ? /^untold: run 1: it only sleeps, for longer than its limit/ : /^(?:untold|holds): /;

interface Proved {
  readonly problems: readonly { readonly wrong: string; readonly line: number }[];
  readonly broken: number;
  readonly verdicts: readonly { readonly claim: string; readonly status: string; readonly reason: string }[];
}

test('claims that are broken, one of each kind, are all caught by real runs, and those that are not are not', { timeout: 120_000 }, () => {
  const course = claimsCourse([...CLAIMS, MISSPELT]);
  const { stdout, status } = runTutor(['check', course, '--prove', '--trust', '--json'], {}, 110_000);
  expect(status).toBe(1);
  const { verdicts, problems, broken }: Proved = JSON.parse(stdout);
  const told = Object.fromEntries(verdicts.map(({ claim, status: verdict, reason }) => [claim, `${verdict}: ${reason}`]));
  expect(told).toEqual({
    counterexample: expect.stringMatching(/^fails: counterexample in run \d: printed\.n = 4$/),
    happens: expect.stringMatching(/^fails: counterexample in run \d: printed\.n = 4$/),
    constant: 'not seen: happened in each of 5 runs (printed.n = 4); at 95 % it fails to happen in less than 60 % of runs',
    'hung that ends': expect.stringMatching(/^fails: counterexample in run \d: hung = false, elapsedMs = [\d.]+$/),
    'not hung that hangs': expect.stringMatching(/^fails: counterexample in run \d: hung = true$/),
    'contrast too': 'proves nothing: holds in its contrast too, in 5 of 5 runs (printed.n = 9)',
    missing: expect.stringMatching(/^untold: run 1: .*\bn\b/),
    'breaks down': 'untold: run 1: it failed with exit code 1, of which the claim says nothing',
    'breaks down, and hung is asked': 'untold: run 1: it failed with exit code 1, of which the claim says nothing',
    'hangs, of which nothing is said': expect.stringMatching(/^untold: run 1: it hung until its limit, after [\d.]+ s, of which the claim says nothing$/),
    sleeps: expect.stringMatching(SLEEPS),
    holds: 'holds: holds in 5 of 5 runs, fails in its contrast (printed.n = 9)',
    hangs: expect.stringMatching(/^holds: hung in 1 of 1 run, did not hang in its contrast/),
  });
  expect(problems).toMatchObject([{ wrong: expect.stringContaining('`workerPid`') }]);
  expect(broken).toBe(1);
});

test('ratios that are broken are caught by real runs, and one that is not holds', { timeout: 120_000 }, async () => {
  const { content } = await readChecked(claimsCourse(RATIOS));
  const signal = new AbortController().signal;
  const machine = await readMachine(signal);
  const measureCeiling = (processes: number): Promise<{ speedup: number }> => Promise.resolve({ speedup: processes });
  const verdicts = await proveAll(claimsOf(content), { perform, machine, measureCeiling, signal });
  expect(Object.fromEntries(verdicts.map(({ claim, status, reason }) => [claim.text, `${status}: ${reason}`]))).toEqual({
    'too low': expect.stringMatching(/^fails: ratio [\d.]+ \([\d.]+ to [\d.]+ in 3 turns\) is not ratio > 3; the last of 3 tries$/),
    beyond: expect.stringMatching(/^fails: ratio .* is not ratio < 1\.2; the last of 3 tries$/),
    'ratio contrast too': expect.stringMatching(/^proves nothing: ratio .*; it holds in its contrast too: ratio .*; the last of 3 tries$/),
    'is less': expect.stringMatching(/^holds: ratio /),
  });
});
