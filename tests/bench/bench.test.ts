import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';

const bench = fileURLToPath(new URL('../../bench/index.mjs', import.meta.url));
const rows = fileURLToPath(new URL('fixtures/rows', import.meta.url));
const LIMIT_MS = 60_000;

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bench, '--rows', rows, ...args], { encoding: 'utf8', timeout: LIMIT_MS, env: { ...process.env, ...env } });
}

interface Measured {
  readonly results: readonly { name: string; median: number; ratio: number }[];
  readonly targets: readonly { verdict: string; beside?: string; ratio?: { median: number } }[];
  readonly absent: readonly { name: string; why: string }[];
  readonly failures: readonly { name: string; why: string }[];
}

describe('a row', () => {
  let row: Measured;
  let status: number | null;
  beforeAll(() => {
    const { stdout, ...rest } = run(['--row', 'steps', '--json']);
    status = rest.status;
    [row] = (JSON.parse(stdout) as { rows: [Measured] }).rows;
  }, LIMIT_MS);

  test('gives medians, less the bare runtime, and their ratio to ours', () => {
    expect(row.results.map(({ name, median, ratio }) => ({ name, median, ratio }))).toEqual([
      { name: 'ours', median: 200, ratio: 1 },
      { name: 'bare', median: 100, ratio: 0.5 },
      { name: 'peer', median: 50, ratio: 0.25 },
      { name: 'better peer', median: 400, ratio: 2 },
    ]);
  });

  test('judges a target beside the best of the peers that were measured', () => {
    expect(row.targets).toMatchObject([
      { verdict: 'met', beside: 'peer', ratio: { median: 4 } },
      { verdict: 'missed', beside: 'better peer', ratio: { median: 0.5 } },
      { verdict: 'not measured' },
    ]);
  });

  test('names who is absent and who failed, goes on without them, and fails', () => {
    expect(row.absent).toEqual([{ name: 'not here', why: 'no-such-peer is not installed: npm ci --prefix bench' }]);
    expect(row.failures).toEqual([
      { name: 'failing', why: expect.stringMatching(/^ended with 1: [^]*no such luck/) },
      { name: 'wordless', why: 'printed no {"value": …}: fast\n' },
      { name: 'endless', why: 'did not end within 0.4 s' },
    ]);
    expect(status).toBe(1);
  });
});

test('the contestants take turns, each round another one first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-bench-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const turns = join(folder, 'turns');
  const { status, stdout } = run(['--row', 'turns'], { TURNS: turns });
  expect(status).toBe(0);
  expect(stdout).toMatch(/\(turns\) Who ran when: ms, less is better[^]*one \(ours\) .* 1\.00\n/);
  const ran = readFileSync(turns, 'utf8').trimEnd().split('\n');
  const rounds = Array.from({ length: 6 }, (_, round) => ran.slice(round * 3, round * 3 + 3).join(' '));
  expect(rounds).toEqual(['one two three', 'two three one', 'three one two', 'one two three', 'two three one', 'three one two']);
}, LIMIT_MS);

test.each([
  { args: ['--row', 'stairs'], says: 'there is no row stairs; there are steps, turns' },
  { args: ['--rounds', '2'], says: '--rounds takes a whole number from 5 on, not 2' },
  { args: ['--row', 'turns', '--write'], says: '--write makes the page of all rows: leave --row out' },
])('refuses $args', ({ args, says }) => {
  expect(run(args)).toMatchObject({ status: 2, stderr: `${says}\n` });
});
