import { expect, test } from 'vitest';
import { eventually, listProcesses } from '../support/processes.js';
import { claimsCourse, type Written } from './claims-course.js';
import { openTutor, runTutor } from './mp-tutor.js';
import { keys } from './terminal.js';

const LIMIT = 60_000;
const HOLDS: Written = ['three at most', 'run: node programs/print.mjs 3\nalways: printed.n <= 3\ncontrast: node programs/print.mjs 9\nbecause: it is said so'];
const FAILS: Written = ['never four', 'run: node programs/print.mjs 4\nnever: printed.n == 4\ncontrast: node programs/print.mjs 9'];
const SKIPPED: Written = ['many cores', 'run: node programs/print.mjs 3\nnever: printed.n == 4\ncontrast: node programs/print.mjs 4\nneeds: {cores: 64}'];
const HANGS: Written = ['hangs', 'run: node programs/hang.mjs\nhung: true\nlimit: 30\ncontrast: node programs/end.mjs'];

const QUIZ = `
## Quiz

### how-many

How many?

- [x] Three
  > Not four. [Proof](#claim-three-at-most)
- [ ] Four
  > It is three.
`;

const prove = (course: string, ...args: string[]) => runTutor(['check', course, '--prove', '--trust', ...args], {}, LIMIT);

test('without a terminal there is a line for each claim, then the table, what is skipped, and the counts', { timeout: LIMIT }, () => {
  const { stdout, stderr, status } = prove(claimsCourse([HOLDS, SKIPPED], QUIZ));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('1/2 a#claim-many-cores: skipped: it needs 64 cores, and this machine has ');
  expect(stdout).toContain('2/2 a#claim-three-at-most: holds: holds in 5 of 5 runs, fails in its contrast (printed.n = 9)\n');
  expect(stdout).toMatch(/^ {2}three at most +always +6 {2}holds$/m);
  expect(stdout).toMatch(/^Skipped on this machine\n {2}a#claim-many-cores: it needs 64 cores/m);
  expect(stdout).toMatch(/^2 claims: 1 holds, 1 skipped\. 6 runs in [\d.]+ s\.\n1 question: 1 proved, 0 definitions, 0 without a proof\.\n$/m);
});

test('a claim that fails is named with its place, and is an error', { timeout: LIMIT }, () => {
  const { stdout, status } = prove(claimsCourse([HOLDS, FAILS]));
  expect(status).toBe(1);
  expect(stdout).toMatch(/Not proved\n {2}never four\n {4}\S*a\.md:\d+ {2}a#claim-never-four\n {4}fails: counterexample in run \d: printed\.n = 4\n/);
});

test.each<[string, readonly Written[]]>([['every claim is skipped', [SKIPPED]], ['there is no claim', []]])('when %s, nothing was proved, which is an error', { timeout: LIMIT }, (_, claims) => {
  const { stdout, status } = prove(claimsCourse(claims));
  expect(status).toBe(1);
  expect(stdout).toContain('\nNothing was proved.\n');
  expect(stdout.includes('verdict')).toBe(claims.length > 0);
});

test('--plain keeps to the width of a terminal', { timeout: LIMIT }, async () => {
  const terminal = openTutor(['check', claimsCourse([HOLDS, SKIPPED], QUIZ), '--prove', '--trust', '--plain'], { columns: 50, rows: 40 });
  expect(await terminal.exit(50_000)).toMatchObject({ code: 0 });
  const screen = terminal.transcript();
  expect(screen).toContain('1/2 a#claim-many-cores: skipped:');
  // No line was broken within a word.
  expect(screen).toMatch(/ in its contrast\s+\(printed\.n\s=\s9\)/);
  expect(screen.split('\n').filter((line) => line.trimEnd().length > 49)).toEqual([]);
});

test('--only proves what is named, and nothing else', { timeout: LIMIT }, () => {
  const course = claimsCourse([HOLDS, FAILS], QUIZ);
  const { stdout, status } = prove(course, '--only', 'how-many');
  expect(status).toBe(0);
  expect(stdout).toContain('1 claim: 1 holds. 6 runs');
  expect(prove(course, '--only', 'nobody').status).toBe(2);
  const alone = runTutor(['check', course, '--only', 'a']);
  expect(alone.status).toBe(2);
  expect(alone.stderr).toContain('use it with --prove');
});

test('--json has the machine, and each verdict with what its runs said', { timeout: LIMIT }, () => {
  const { stdout, status } = prove(claimsCourse([HOLDS, FAILS], QUIZ), '--json');
  expect(status).toBe(1);
  expect(stdout).not.toContain('executable');
  expect(JSON.parse(stdout)).toMatchObject({
    claims: 2,
    proofs: { proved: 1, definitions: 0, bare: 0 },
    standings: { proved: 1, skipped: 0, unproved: 0, definitions: 0, bare: 0 },
    problems: [],
    machine: { cores: expect.any(Number), platform: process.platform, terminals: expect.any(Boolean) },
    verdicts: [
      {
        id: 'a#claim-three-at-most', kind: 'always', expression: 'printed.n <= 3', because: 'it is said so', status: 'holds', bound: null,
        evidence: [
          { part: 'run', run: 'node programs/print.mjs 3', values: [true, true, true, true, true], whys: [] },
          // While the runs go on, it may be done once more.
          { part: 'contrast', run: 'node programs/print.mjs 9', values: expect.arrayContaining([false]), whys: [] },
        ],
      },
      { id: 'a#claim-never-four', status: 'fails' },
    ],
  });
});

test("nobody else's program is run without consent", () => {
  const { stdout, stderr, status } = runTutor(['check', claimsCourse([HOLDS]), '--prove']);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^error: the programs of this course do not come with mp-tutor, so nothing was run\./);
});

test('of a course with problems these are told first, and claims that cannot be read are not proved', { timeout: LIMIT }, () => {
  const { stdout, status } = prove(claimsCourse([HOLDS, ['misspelt', 'run: node programs/print.mjs 3\nnever: workerPid > 3\ncontrast: node programs/print.mjs 9']]));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^\S*a\.md:\d+:\d+: .*`workerPid`/);
  expect(stdout).toContain('1 claim that cannot be read: not proved.');
});

test('Ctrl-C ends it, and nothing goes on running', { timeout: LIMIT }, async () => {
  const course = claimsCourse([HANGS]);
  const terminal = openTutor(['check', course, '--prove', '--trust']);
  const running = (): number => listProcesses().filter(({ command }) => command.includes(`${course}/programs/hang.mjs`)).length;
  expect(await eventually(() => running() === 1, 20_000)).toBe(true);
  terminal.type(keys.ctrlC);
  expect(await terminal.exit(50_000)).toMatchObject({ code: 130 });
  expect(terminal.screen()).toContain('Ended: 0 of 1 claim had been decided.');
  expect(running()).toBe(0);
});

test.each([80, 50])('in a terminal of %d columns it counts, then shows the table', { timeout: LIMIT }, async (columns) => {
  const terminal = openTutor(['check', claimsCourse([HOLDS, SKIPPED], QUIZ), '--prove', '--trust'], { columns, rows: 40 });
  expect(await terminal.exit(50_000)).toMatchObject({ code: 0 });
  const screen = terminal.transcript();
  expect(screen).toContain(columns === 80 ? 'three at most                                 always        6  holds' : '  three at most\n    always, 6 runs: holds');
  expect(screen).toContain('2 claims: 1 holds, 1 skipped. 6 runs in');
  expect(screen).not.toContain('1/2');
});
