import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, test } from 'vitest';
import { lessonText } from '../cli/lessons.js';
import { allGone, eventually } from '../support/processes.js';
import { bin, descendantsRunning, openTutor, type Ran } from './mp-tutor.js';
import { temporaryFolder, writeFiles } from './sample-course.js';
import { keys, type Terminal } from './terminal.js';

const HANG = '(await import("node:net")).createServer().listen(0);\n';
const GIVEN = `// It hangs, and its sum is wrong.\n// Change it.\nconst sum = 1; // which number is missing?\nconsole.log(\`sum: \${sum}\`);\n${HANG}`;
const SOLVED = '// It is done.\nconst sum = 1 + 2;\nconsole.log(`sum: ${sum}`);\n';
const WRONG = '// It ends.\nconst sum = 1;\nconsole.log(`sum: ${sum}`);\n';
/** Right in its first two runs. */
const THIRD_WRONG = `import { appendFileSync, readFileSync } from 'node:fs';
appendFileSync('FILE', '.');
console.log('sum:', readFileSync('FILE', 'utf8').length === 3 ? 4 : 3);
`;

const EXERCISE = `Make it end, with the sum of 1 and 2.

\`\`\`yaml exercise
node: {program: exercises/sum.mjs, solution: exercises/sum-solution.mjs, wrong: [exercises/sum-wrong.mjs]}
python: {program: exercises/sum.py, solution: exercises/sum-solution.py, wrong: [exercises/sum-wrong.py]}
times: 3
limit: 2
checks:
  - says: It ends by itself
    hung: false
    hint: What keeps it alive?
  - says: The sum is 3
    always: printed.sum == 3
    hint: Look at the line with the sum.
\`\`\``;

let folder = '';
let course = '';
const here = (name: string): string => join(folder, 'mp-tutor-exercises', name);

beforeEach(() => {
  folder = temporaryFolder();
  course = join(folder, 'course');
  writeFiles(course, {
    'pool.md': lessonText({ run: '', questions: 0, yourTurn: EXERCISE }),
    'queue.md': lessonText({ id: 'queue', run: '', questions: 0 }),
    'exercises/sum.mjs': GIVEN, 'exercises/sum-solution.mjs': SOLVED, 'exercises/sum-wrong.mjs': WRONG,
    'exercises/sum.py': '# Change it.\nprint("sum:", 1)\n', 'exercises/sum-solution.py': 'print("sum:", 3)\n', 'exercises/sum-wrong.py': 'print("sum:", 2)\n',
  });
});

function env(): Record<string, string> {
  return { XDG_STATE_HOME: join(folder, 'state') };
}

/** Runs `mp-tutor exercise` in the folder, of Node's program unless it is said. */
function exercise(args: readonly string[], { trust = true } = {}): Ran {
  return spawnSync(process.execPath, [bin, 'exercise', ...args, '--lessons', course, ...(trust ? ['--trust'] : [])], {
    encoding: 'utf8',
    timeout: 40_000,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], LANG: 'C.UTF-8', ...env() },
  });
}

function pool(...args: string[]): Ran {
  return exercise(['pool', '--runtime', 'node', ...args]);
}

/** What the learner makes of it. */
function save(text: string, name = 'pool-exercise.mjs'): void {
  mkdirSync(join(folder, 'mp-tutor-exercises'), { recursive: true });
  writeFileSync(here(name), text);
}

function journal(): Record<string, unknown>[] {
  const lines = readFileSync(join(folder, 'state', 'mp-tutor', 'journal.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the first time', () => {
  test('the program is written, and the task told: what is checked, where to change it, how to go on', () => {
    const { status, stdout, stderr } = pool();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(here('pool-exercise.mjs'), 'utf8')).toBe(GIVEN);
    expect(stdout).toMatch(/Make it end[^]*It is run 3 times[^]*· It ends by itself\n {2}· The sum is 3/);
    expect(stdout).toContain('Written: mp-tutor-exercises/pool-exercise.mjs\n The place to change is line 3: const sum = 1; // which number is missing?');
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/mp-tutor exercise pool --lessons \S+ --runtime node checks it/);
    expect(stdout).not.toContain('1 + 2');
  });

  test('Python gets a file that is not named like a module, in the folder of --folder', () => {
    const { stdout } = exercise(['pool', '--runtime', 'python', '--folder', 'mine']);
    expect(stdout).toContain('Written: mine/pool_exercise.py');
    expect(existsSync(join(folder, 'mine', 'pool_exercise.py'))).toBe(true);
  });

  test('an unchanged program is not run: it is said where to change it, and this is no success', () => {
    pool();
    const { status, stdout } = pool();
    expect(status).toBe(1);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('pool-exercise.mjs is as it was given: nothing has been changed yet. The place to change is line 3');
    expect(stdout).not.toMatch(/[✓✗]/);
  });
});

describe('a changed program', () => {
  test('that is right passes each check in every run, and is written down', () => {
    save(SOLVED);
    const { status, stdout } = pool();
    expect(stdout).toContain('✓ It ends by itself (3 of 3 runs)\n ✓ The sum is 3 (3 of 3 runs)\n\n Solved: all 2 checks passed in 3 of 3 runs.');
    expect(status).toBe(0);
    expect(journal()).toMatchObject([{ kind: 'exercise', lesson: 'pool', runtime: 'node', passed: 2, of: 2 }]);
    expect(exercise([]).stdout).toMatch(/^ ✓ {2}1 {2}pool {2}solved in JavaScript$/m);
    expect(exercise(['--json']).stdout).toMatch(/"solved":\["node"\]/);
  });

  test('that hangs fails, with who waits for whom, and nothing of it is left', async () => {
    save(`${SOLVED}console.log('pid: ' + process.pid);\n${HANG}`);
    const { status, stdout } = pool();
    expect(status).toBe(1);
    expect(stdout).toMatch(/✗ It ends by itself\n {3}In run 1 it hung\.\n {3}Hint: What keeps it alive\?[^]*What happened\n · It hung: after 2\.\d s/);
    expect(stdout).toMatch(/0 of 2 checks passed\.\n It was not run any more after run 1 of 3/);
    expect(await allGone([Number(/pid: (\d+)/.exec(stdout)?.[1])])).toBe(true);
  });

  test('that goes wrong in one run of several fails, and the run is named', () => {
    save(THIRD_WRONG.replaceAll('FILE', join(folder, 'runs')));
    const { status, stdout } = pool();
    expect(status).toBe(1);
    expect(stdout).toMatch(/✓ It ends by itself \(3 of 3 runs\)\n ✗ The sum is 3\n {3}In run 3: printed\.sum = 4\.\n {3}Hint: Look/);
    expect(stdout).toContain('What happened in run 3');
  });

  test('that breaks down is told with its exit code and what its standard error says', () => {
    save('throw new TypeError("no sum at all");\n');
    const { status, stdout } = pool();
    expect(status).toBe(1);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/\? It ends by itself In run 1: it failed with exit code 1[^]*Its standard error says: "TypeError: no sum at all"/);
  });

  test('is told as data with --json, and in words with --plain', () => {
    save(WRONG);
    const json = JSON.parse(pool('--json').stdout) as Record<string, unknown>;
    expect(json).toMatchObject({
      exercise: 'pool', runtime: 'node', state: 'checked', passed: 1, of: 2,
      checks: [{ says: 'It ends by itself', verdict: 'passed' }, { verdict: 'failed', run: 1, reason: 'in run 1: printed.sum = 1' }],
    });
    expect(pool('--plain').stdout).toMatch(/passed: It ends by itself \(1 of 3 runs\)\n failed: The sum is 3\n/);
  });

  test('is never overwritten: --again keeps it beside the new one', () => {
    save(WRONG);
    const { stdout } = pool('--again');
    expect(stdout).toContain('What you had is kept in mp-tutor-exercises/pool-exercise.1.mjs.');
    save(SOLVED);
    pool('--again');
    const texts = Object.fromEntries(readdirSync(join(folder, 'mp-tutor-exercises')).filter((name) => name.endsWith('.mjs')).map((name) => [name, readFileSync(here(name), 'utf8')]));
    expect(texts).toEqual({ 'pool-exercise.mjs': GIVEN, 'pool-exercise.1.mjs': WRONG, 'pool-exercise.2.mjs': SOLVED });
  });

  test("of somebody's course runs only with --trust where nobody can be asked", () => {
    save(SOLVED);
    const { status, stderr } = exercise(['pool', '--runtime', 'node'], { trust: false });
    expect(status).toBe(1);
    expect(stderr).toMatch(/--trust runs it/);
  });
});

test('--solution prints a program that passes, and nothing else', () => {
  expect(pool('--solution')).toMatchObject({ status: 0, stdout: SOLVED, stderr: '' });
});

test('--watch checks at each save, until it is solved', async () => {
  const terminal = openTutor(['exercise', 'pool', '--runtime', 'node', '--watch', '--trust', '--lessons', course], { env: env(), cwd: folder });
  await terminal.waitFor(/Written[^]*It is checked again when you save it/);
  save(WRONG);
  await terminal.waitFor(/✗ The sum is 3[^]*It is checked again when you save it/);
  save(SOLVED);
  await terminal.waitFor(/Solved: all 2 checks/);
  expect((await terminal.exit()).code).toBe(0);
});

test('Ctrl-C during a run ends it, and writes nothing down', async () => {
  save(`${WRONG}${HANG}`);
  const terminal = openTutor(['exercise', 'pool', '--runtime', 'node', '--trust', '--lessons', course], { env: env(), cwd: folder });
  let below: number[] = [];
  expect(await eventually(() => (below = descendantsRunning(terminal.pid, 'pool-exercise')).length > 0, 10_000)).toBe(true);
  terminal.type(keys.ctrlC);
  expect((await terminal.exit()).code).toBe(130);
  expect(await allGone(below)).toBe(true);
  expect(existsSync(join(folder, 'state', 'mp-tutor', 'journal.jsonl'))).toBe(false);
});

describe("on the lesson's page", () => {
  async function open(): Promise<Terminal> {
    const terminal = openTutor(['learn', 'pool', '--lang', 'js', '--trust', '--lessons', course], { env: env(), cwd: folder });
    await terminal.waitFor(/Enter next/);
    for (const page of [/The answer/, /Your turn/]) {
      terminal.type(keys.enter);
      await terminal.waitFor(page);
    }
    return terminal;
  }

  test('one key writes the program, another checks it, and shows what came of it', async () => {
    const terminal = await open();
    await terminal.waitFor(/· The sum is 3[^]*w write the program/);
    terminal.type('w');
    await terminal.waitFor(/Open mp-tutor-exercises\/pool-exercise\.mjs in your editor[^]*x check it/);
    save(WRONG);
    terminal.type('x');
    await terminal.waitFor(/✓ It ends by itself[^]*✗ The sum is 3[^]*x check again/);
    save(SOLVED);
    terminal.type('x');
    await terminal.waitFor(/Solved: all 2 checks/);
    terminal.type('b');
    await terminal.waitFor(/✓ Solved in JavaScript\./);
    terminal.type(keys.enter);
    await terminal.waitFor(/That was the lesson/);
  });

  test('what runs is ended when the page is left', async () => {
    // So long that it does not end by itself meanwhile.
    writeFiles(course, { 'pool.md': lessonText({ run: '', questions: 0, yourTurn: EXERCISE.replace('limit: 2', 'limit: 40') }) });
    save(`${WRONG}${HANG}`);
    const terminal = await open();
    terminal.type('x');
    let below: number[] = [];
    expect(await eventually(() => (below = descendantsRunning(terminal.pid, 'pool-exercise')).length > 0, 10_000)).toBe(true);
    terminal.type('b');
    await terminal.waitFor(/x checks what you made/);
    expect(await allGone(below)).toBe(true);
  });
});

describe('what cannot be', () => {
  test.each([
    { args: ['queue'], says: /the lesson queue has no exercise/, status: 2 },
    { args: ['pol'], says: /there is no lesson "pol"\. Did you mean pool\?/, status: 2 },
    { args: ['--again'], says: /--again is about one exercise/, status: 2 },
    { args: ['pool', '--runtime', 'perl'], says: /Allowed choices are python, node/, status: 2 },
    { args: ['pool', '--solution', '--watch'], says: /cannot be used with/, status: 2 },
    { args: ['pool', '--folder', 'course/pool.md'], says: /a file is in its place/, status: 1 },
  ])('$args: $status', ({ args, says, status }) => {
    const ran = exercise(args);
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toMatch(/ {4}at /);
    expect(ran.status).toBe(status);
  });
});
