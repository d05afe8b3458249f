import { expect, test } from 'vitest';
import { runTutor } from './mp-tutor.js';
import { claimsCourse, type Written } from './claims-course.js';

/** Each is broken in one way; the last are well, and show that the runs tell of the claims and not of this test. */
const CLAIMS: readonly Written[] = [
  ['counterexample', 'run: node programs/print.mjs 4\nalways: printed.n <= 3\ncontrast: node programs/print.mjs 9\nbecause: it is said so'],
  ['happens', 'run: node programs/print.mjs 4\nnever: printed.n > 3\ncontrast: node programs/print.mjs 3'],
  ['constant', 'run: node programs/print.mjs 4\nsometimes: printed.n > 3\ntimes: 5\ncontrast: node programs/print.mjs 3'],
  ['too low', 'run: node programs/work.mjs 6\nratio: ratio > 3\ncompare: printed.ms\nto: node programs/work.mjs 6\ncontrast: node programs/work.mjs 1'],
  ['beyond', 'run: node programs/work.mjs 30\nratio: ratio < 1.2\ncompare: printed.ms\nto: node programs/work.mjs 6\ncontrast: node programs/work.mjs 40'],
  ['hung that ends', 'run: node programs/end.mjs\nhung: true\nlimit: 2.5\ncontrast: node programs/print.mjs 4'],
  ['not hung that hangs', 'run: node programs/hang.mjs\nhung: false\ntimes: 2\nlimit: 2.5\ncontrast: node programs/end.mjs'],
  ['contrast too', 'run: node programs/print.mjs 4\nalways: printed.n > 3\ncontrast: node programs/print.mjs 9\nbecause: it is said so'],
  ['ratio contrast too', 'run: node programs/work.mjs 1\nratio: ratio < 0.8\ncompare: printed.ms\nto: node programs/work.mjs 30\ncontrast: node programs/work.mjs 2'],
  ['missing', 'run: node programs/print.mjs\nnever: printed.n > 3\ncontrast: node programs/print.mjs 9'],
  ['breaks down', 'run: node programs/crash.mjs\nnever: processes > 3\ncontrast: node programs/print.mjs 9'],
  ['holds', 'run: node programs/print.mjs 3\nalways: printed.n <= 3\ncontrast: node programs/print.mjs 9\nbecause: it is said so'],
  ['hangs', 'run: node programs/hang.mjs\nhung: true\nlimit: 2.5\ncontrast: node programs/end.mjs'],
  ['is less', 'run: node programs/work.mjs 1\nratio: ratio < 0.8\ncompare: printed.ms\nto: node programs/work.mjs 30\ncontrast: node programs/work.mjs 40'],
];

/** In a lesson of their own: they are found before anything runs. */
const MISSPELT: Written = ['misspelt', 'run: node programs/print.mjs 4\nnever: workerPid > 3\ncontrast: node programs/print.mjs 9'];

/** Where others have the cores, a ratio is not refuted, but skipped; what it is on free ones, tests/proof/tries.test.ts says. */
const failing = (reason: string): unknown =>
  expect.stringMatching(new RegExp(`^(?:${reason}; the last of 3 tries|skipped: its \\d cores were busy with something else: .* as fast as one)$`));

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
    counterexample: 'fails: counterexample in run 1: printed.n = 4',
    happens: 'fails: counterexample in run 1: printed.n = 4',
    constant: 'not seen: happened in each of 5 runs (printed.n = 4); at 95 % it fails to happen in less than 60 % of runs',
    'too low': failing('fails: ratio [\\d.]+ \\([\\d.]+ to [\\d.]+ in 3 turns\\) is not ratio > 3'),
    beyond: failing('fails: ratio .* is not ratio < 1\\.2'),
    'hung that ends': expect.stringMatching(/^fails: counterexample in run 1: hung = false, elapsedMs = [\d.]+$/),
    'not hung that hangs': 'fails: counterexample in run 1: hung = true',
    'contrast too': 'proves nothing: holds in its contrast too, in 5 of 5 runs (printed.n = 9)',
    'ratio contrast too': failing('proves nothing: ratio .*; it holds in its contrast too: ratio .*'),
    missing: expect.stringMatching(/^untold: run 1: .*\bn\b/),
    'breaks down': 'untold: run 1: it failed with exit code 1, of which the claim says nothing',
    holds: 'holds: holds in 5 of 5 runs, fails in its contrast (printed.n = 9)',
    hangs: expect.stringMatching(/^holds: hung in 1 of 1 run, did not hang in its contrast/),
    'is less': expect.stringMatching(/^holds: ratio /),
  });
  expect(problems).toMatchObject([{ wrong: expect.stringContaining('`workerPid`') }]);
  expect(broken).toBe(1);
});
