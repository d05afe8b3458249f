import { expect, test } from 'vitest';
import { runTutor } from './mp-tutor.js';
import { temporaryFolder, writeFiles } from './sample-course.js';

const LIMIT = 60_000;

const PRINT = (value: number): string => `console.log('n:', ${value});\n`;
const HANG = 'console.log("n:", 0);\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\n';

const PROGRAMS = {
  'exercises/open.mjs': HANG,
  'exercises/solved.mjs': PRINT(10),
  'exercises/near.mjs': PRINT(9),
};

/** A course of one lesson, `a`, with this exercise. */
function courseWith(files: string, checks = '  - says: It ends by itself\n    hung: false\n  - says: All ten are there\n    always: printed.n == 10\n'): string {
  const folder = temporaryFolder();
  const exercise = `\`\`\`yaml exercise\nnode: {${files}}\ntimes: 3\nlimit: 2\nchecks:\n${checks}\`\`\`\n`;
  writeFiles(folder, {
    ...PROGRAMS, 'a.md': `---\nid: a\n---\n\n# Is it so?\n\n## Answer\n\nIt is.\n\n> [!TIP]\n> It is.\n\n## Your turn\n\nMend it.\n\n${exercise}`,
  });
  return folder;
}

const FILES = 'program: exercises/open.mjs, solution: exercises/solved.mjs, wrong: [exercises/near.mjs]';
const prove = (course: string, ...args: string[]) => runTutor(['check', course, '--prove', '--trust', ...args], {}, LIMIT);

test('an exercise is proved by real runs in both directions, and has a row of its own', { timeout: LIMIT }, () => {
  const { stdout, stderr, status } = prove(courseWith(FILES));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('1/1 a#exercise: holds: the program open.mjs fails “It ends by itself” in run 1: hung = true; '
    + 'the solution solved.mjs passes all checks in 3 runs; the near miss near.mjs fails “All ten are there” in run 1: printed.n = 9\n');
  expect(stdout).toMatch(/^ {2}Your turn: the solution passes 2 checks, and +exercise +5 {2}holds\n {2}the program and a near miss do not$/m);
  expect(stdout).toMatch(/^1 exercise: 1 holds\. 5 runs in /m);
});

test('one whose solution does not do it, or whose near miss does, is an error with its place', { timeout: LIMIT }, () => {
  const swapped = prove(courseWith('program: exercises/open.mjs, solution: exercises/near.mjs, wrong: [exercises/solved.mjs]'), '--json');
  expect(swapped.status).toBe(1);
  expect(JSON.parse(swapped.stdout)).toMatchObject({
    verdicts: [],
    exercises: 1,
    exerciseVerdicts: [{
      id: 'a#exercise', kind: 'exercise', status: 'fails', times: 3, place: { line: 18 },
      reason: 'the solution near.mjs fails “All ten are there” in run 1: printed.n = 9',
    }],
  });
  const blind = prove(courseWith(FILES, '  - says: It ends by itself\n    hung: false\n'), '--only', 'a#exercise');
  expect(blind.status).toBe(1);
  expect(blind.stdout).toMatch(/1\/1 a#exercise: proves nothing: the near miss near\.mjs passes all checks in 3 runs/);
  expect(blind.stdout).toContain('1 exercise: 0 hold, 1 proves nothing.');
});

test('each program has what its checks said in JSON', { timeout: LIMIT }, () => {
  const { exerciseVerdicts } = JSON.parse(prove(courseWith(FILES), '--json', '--only', 'exercise').stdout) as { exerciseVerdicts: readonly { programs: unknown }[] };
  expect(exerciseVerdicts[0]?.programs).toMatchObject([
    { role: 'program', run: 'node exercises/open.mjs', runs: 1, checks: [{ says: 'It ends by itself', verdict: 'failed' }, { verdict: 'untold' }] },
    { role: 'solution', runs: 3, checks: [{ verdict: 'passed', reason: 'in all of 3 runs' }, { verdict: 'passed' }] },
    { role: 'wrong', runs: 1, checks: [{ verdict: 'passed' }, { verdict: 'failed', reason: 'in run 1: printed.n = 9' }] },
  ]);
});

test("nobody else's exercise is run without consent", () => {
  const { stdout, stderr, status } = runTutor(['check', courseWith(FILES), '--prove']);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr).toMatch(/^error: the programs of this course do not come with mp-tutor, so nothing was run\./);
});

test('an exercise that cannot be read is told of, and is not proved', { timeout: LIMIT }, () => {
  const { stdout, status } = prove(courseWith(FILES.replace('solved', 'gone')));
  expect(status).toBe(1);
  expect(stdout).toMatch(/a\.md:19:\d+: there is no file `exercises\/gone\.mjs`/);
  expect(stdout).toContain('1 exercise that cannot be read: not proved.');
});
