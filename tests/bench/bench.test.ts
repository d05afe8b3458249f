import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  test('judges a target beside the best of the peers, and leaves it open when the best may be absent', () => {
    expect(row.targets).toMatchObject([
      { verdict: 'met', beside: 'peer', ratio: { median: 4 } },
      { verdict: 'missed', beside: 'better peer', ratio: { median: 0.5 } },
      { verdict: 'open', beside: 'peer', ratio: { median: 4 } },
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

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-bench-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the contestants take turns, each round another one first', () => {
  const turns = join(makeFolder(), 'turns');
  const { status, stdout } = run(['--row', 'turns'], { TURNS: turns });
  expect(status).toBe(0);
  expect(stdout).toMatch(/\(turns\) Who ran when: ms, less is better[^]*one \(ours\) .* 1\.00\n/);
  const ran = readFileSync(turns, 'utf8').trimEnd().split('\n').map((line) => line.split(' ')[0]);
  const rounds = Array.from({ length: 6 }, (_, round) => ran.slice(round * 3, round * 3 + 3).join(' '));
  expect(rounds).toEqual(['one two three', 'two three one', 'three one two', 'one two three', 'two three one', 'three one two']);
}, LIMIT_MS);

test.each([
  { args: ['--row', 'stairs'], says: 'there is no row stairs; there are steps, turns' },
  { args: ['--rounds', '2'], says: '--rounds takes a whole number from 5 on, not 2' },
  { args: ['--row', 'turns', '--write', '--into', '/nowhere'], says: '--write would mix what cannot be compared: nothing has been written yet. Leave --row out' },
])('refuses $args', ({ args, says }) => {
  expect(run(args)).toMatchObject({ status: 2, stderr: `${says}\n` });
});

test.each([[['--row']], [['d']], [['--rowe', 'd']]])('%j is told with how it is used', (args) => {
  const { status, stderr } = run(args);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^.*\n\nUsage: npm run bench/);
  expect(stderr).not.toMatch(/\n +at /);
  expect(run(['--help'])).toMatchObject({ status: 0, stdout: stderr.slice(stderr.indexOf('Usage')) });
});

test('what contestants left in the folder for temporary files is gone, those included that were killed', () => {
  const folder = makeFolder();
  expect(run(['--row', 'steps'], { TMPDIR: folder }).stdout).toContain('endless did not end');
  expect(readdirSync(folder)).toEqual([]);
}, LIMIT_MS);

test('a signal ends the contestant that runs, and leaves no files', async () => {
  const folder = makeFolder();
  const turns = join(folder, 'turns');
  const program = spawn(process.execPath, [bench, '--rows', rows, '--row', 'turns'], { env: { ...process.env, TMPDIR: folder, TURNS: turns, TURN_MS: '60000' } });
  onTestFinished(() => void program.kill('SIGKILL'));
  await expect.poll(() => existsSync(turns), { timeout: LIMIT_MS / 2 }).toBe(true);
  program.kill('SIGINT');
  const [status] = await once(program, 'exit');
  expect(status).toBe(130);
  const [, pid] = readFileSync(turns, 'utf8').trimEnd().split(' ');
  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  expect(readdirSync(folder)).toEqual(['turns']);
}, LIMIT_MS);

describe('the page', () => {
  let folder: string;
  const page = () => readFileSync(join(folder, 'benchmarks.md'), 'utf8');
  const write = (...args: readonly string[]) => run(['--write', '--into', folder, ...args], { TURNS: '/dev/null' });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mp-tutor-bench-test-'));
    write();
    return () => rmSync(folder, { recursive: true });
  }, LIMIT_MS);

  test('tells the conditions, each target, and who was left out or failed', () => {
    expect(page()).toContain(`Node ${process.version}`);
    expect(page()).toMatch(/- \*\*Peers\*\*: .*piscina/);
    expect(page()).toMatch(/\(here that took \d+ min\)/);
    expect(page()).toContain('1 of 3 are met.');
    expect(page()).toContain('| [steps](#steps-values-that-are-known) | as fast as the best | at least 1 | 0.50 (0.50 to 0.50) × better peer | **MISSED by 50 %** |');
    expect(page()).toMatch(/5 rounds on \d{4}-\d\d-\d\d at [\da-f]{7,}\+?, load before them [\d.]+\./);
    expect(page()).toContain('\n- The values are made up.\n- Left out: not here: no-such-peer is not installed');
    expect(page()).toMatch(/\n- \*\*Failed\*\*: failing `ended with 1: .*`\n/);
  });

  test('shows a curve by bars that are not read aloud', () => {
    expect(page()).toContain(`| ours (ours) | 200 | 200 to 200 | 1.00 | <span aria-hidden="true">${'█'.repeat(12)}</span> |`);
    expect(page()).toContain(`| better peer | 400 | 400 to 400 | 2.00 | <span aria-hidden="true">${'█'.repeat(24)}</span> |`);
  });

  test('keeps the rows that are not measured again', () => {
    const before = page();
    const { status } = write('--row', 'turns', '--rounds', '6');
    expect(status).toBe(0);
    const [steps, turns] = page().split('## (turns)');
    expect(steps).toBe(before.split('## (turns)')[0]);
    expect(turns).toContain('6 rounds on');
  }, LIMIT_MS);

  test('is not mixed from two machines', () => {
    const file = join(folder, 'results.json');
    const record = JSON.parse(readFileSync(file, 'utf8')) as { machine: { node: string } };
    record.machine.node = 'Node v1.0.0';
    writeFileSync(file, JSON.stringify(record));
    expect(write('--row', 'turns')).toMatchObject({
      status: 2,
      stderr: '--write would mix what cannot be compared: the others were measured with another node. Leave --row out\n',
    });
  });
});
