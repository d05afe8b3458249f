import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { demos, runtimesOf } from '../../src/demos/catalogue/index.js';
import { allGone, eventually } from '../support/processes.js';
import { bin, descendants, openTutor, runTutor } from './mp-tutor.js';
import { quickly } from './quickly.js';
import { keys } from './terminal.js';

const QUICK = ['--runtime', 'python', '--items', '3', '--delay', '10'];
const LIMIT_MS = 60_000;
const methods = methodsOf();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function methodsOf(): string[] {
  const script = 'import multiprocessing, sys; assert sys.version_info >= (3, 8); print(*multiprocessing.get_all_start_methods())';
  const { status, stdout } = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split(' ') : [];
}

interface Result {
  readonly runtime: string;
  readonly python: { readonly version: string; readonly startMethod: string; readonly stdout: string };
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The last line of `--json`. */
function resultOf(args: readonly string[]): Result {
  const { stdout, stderr, status } = runTutor([...args, '--json'], {}, LIMIT_MS);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Result;
}

describe.skipIf(methods.length === 0)('with Python', () => {
  test.each(demos.filter((demo) => runtimesOf(demo).includes('python')).map(({ name }) => name))('demo %s: what happened, what it means, and how it ran', (name) => {
    const quick = quickly(name);
    const { status, stdout, stderr } = runTutor(['demo', name, '--runtime', 'python', ...quick], {}, LIMIT_MS);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${name} · Python 3\\.\\d+\\.\\d+ · \\w+ · .*${quick.includes('--delay') ? 'slowed down to be watched' : ''}\\n`));
    expect(stdout).toMatch(/What you saw\n · [^]*It ran in\s+Python\s+3\.[^]*Seen from outside\n[^]*MB\n[^]*Next\n/);
    expect(stdout).not.toMatch(/NaN|undefined|null|\[object/);
  }, LIMIT_MS);

  test.each(methods)('%s: the last line of JSON says how it ran; the counter of the parent is never changed', (method) => {
    const { runtime, python, facts } = resultOf(['demo', 'spawn', ...QUICK, '--start-method', method]);
    expect(runtime).toBe('python');
    expect(python).toMatchObject({ startMethod: method, stdout: 'pipe', version: expect.stringMatching(/^3\./) as string });
    expect(facts).toMatchObject({ startMethod: method, stdout: 'pipe', workerPids: 3, parentCounter: 0, hung: false });
  }, LIMIT_MS);

  test.each(methods)('%s: so the processes are started, as the names say that Python gives them', (method) => {
    const { stdout } = runTutor(['demo', 'pool', ...QUICK, '--workers', '1', '--start-method', method], {}, LIMIT_MS);
    expect(stdout).toMatch(new RegExp(` ${method}PoolWorker-1 `, 'i'));
  }, LIMIT_MS);

  test('pool: results, tasks by worker and a comparison, under the names of the facts of Node', () => {
    const { facts } = resultOf(['demo', 'pool', ...QUICK, '--workers', '2', '--items', '5']);
    expect(facts).toMatchObject({
      tasks: 5, results: [1, 4, 9, 16, 25], mapError: null, mapMs: expect.any(Number) as number,
      measured: { one: expect.any(Number) as number, all: expect.any(Number) as number },
    });
    expect(facts['workerPids']).toBeLessThanOrEqual(2);
  }, LIMIT_MS);

  test('pool --kill: map waits for ever, which is what it shows: exit 0, and who waited for whom', () => {
    const { stdout, status } = runTutor(['demo', 'pool', ...QUICK, '--workers', '2', '--kill', '2'], {}, LIMIT_MS);
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/died by SIGKILL.*nobody does it again, and map waits for its result for ever.*it hung, so it was ended/);
    expect(stdout).toMatch(process.platform === 'linux' ? /Who waited for whom\n/ : /What you saw/);
  }, LIMIT_MS);

  test('shared-array --kill: the lock of the dead is held for ever', () => {
    const { facts } = resultOf(['demo', 'shared-array', ...QUICK, '--kill', '1']);
    expect(facts).toMatchObject({ hung: true, squares: null, deadHolders: [] });
  }, LIMIT_MS);

  test('queue --kill and pipe --kill end as in Node', () => {
    const queue = resultOf(['demo', 'queue', ...QUICK, '--items', '6', '--kill', '2']);
    expect(queue.facts).toMatchObject({ deaths: [{ signal: 'SIGKILL' }], hung: false });
    const pipe = resultOf(['demo', 'pipe', ...QUICK, '--items', '5', '--delay', '40', '--kill', '1']);
    expect(pipe.facts).toMatchObject({ eofs: 0, brokenPipes: 1, deaths: [{ name: 'receiver' }] });
  }, LIMIT_MS);

  test('--runtime both: the two runs side by side, and what is different', () => {
    const { stdout, status } = runTutor(['demo', 'spawn', '--items', '2', '--delay', '10', '--runtime', 'both'], {}, LIMIT_MS);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Node and Python\n +Node \d[^]*Python 3[^]*start of a process +\d[^]*memory of a child +\d+ MB +\d+ MB\n[^]*What is different\n · /);
    expect(stdout).not.toMatch(/NaN|undefined/);
  }, LIMIT_MS);

  test('--source and --eject give a program that runs alone', () => {
    const twin = readFileSync(join(bin, '../../lessons/python/pipe_demo.py'), 'utf8');
    expect(runTutor(['demo', 'pipe', '--runtime', 'python', '--source']).stdout).toBe(twin);
    const { stdout } = runTutor(['demo', 'pipe', '--runtime', 'python', '--eject', folder]);
    expect(stdout).toContain(`python3 ${join(folder, 'pipe_demo.py')}`);
    expect(readdirSync(folder)).toEqual(['pipe_demo.py']);
    expect(spawnSync('python3', [join(folder, 'pipe_demo.py'), '{"items":1,"delay":1}'], { encoding: 'utf8' }).stdout).toContain('the end of the pipe');
  }, LIMIT_MS);

  test('--trace writes what Perfetto opens', () => {
    const file = join(folder, 'trace.json');
    expect(runTutor(['demo', 'pipe', ...QUICK, '--trace', file], {}, LIMIT_MS).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/"name": ?"receiver"/);
  }, LIMIT_MS);

  test.each(methods)('%s: Ctrl-C ends it and all its processes', async (method) => {
    const terminal = openTutor(['demo', 'queue', '--runtime', 'python', '--start-method', method, '--delay', '1500']);
    await terminal.waitFor(/consumer 1[^]*consumer 2/, 30_000);
    const processes = descendants(terminal.pid);
    expect(processes.length).toBeGreaterThanOrEqual(4);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit(10_000)).code).toBe(130);
    expect(await allGone(processes, 10_000)).toBe(true);
  }, LIMIT_MS);

  test('at a terminal its standard output is one, and the report says so', async () => {
    const terminal = openTutor(['demo', 'spawn', ...QUICK]);
    expect((await terminal.exit(30_000)).code).toBe(0);
    expect(terminal.transcript().replaceAll(/\s+/g, ' ')).toContain('Its standard output was a terminal');
  }, LIMIT_MS);

  test('--runtime both waits between the two at a terminal; q leaves', async () => {
    const terminal = openTutor(['demo', 'spawn', '--items', '1', '--delay', '10', '--runtime', 'both']);
    await terminal.waitFor(/plays the same in Python/, 30_000);
    terminal.type('q\r');
    expect((await terminal.exit(10_000)).code).toBe(0);
    expect(terminal.transcript()).not.toContain('Node and Python');
    expect(await eventually(() => descendants(terminal.pid).length === 0)).toBe(true);
  }, LIMIT_MS);
});

describe('no Python', () => {
  /** A PATH on which there is Node and no python3. */
  function withoutPython(): Record<string, string> {
    const path = join(folder, 'bin');
    mkdirSync(path);
    symlinkSync(process.execPath, join(path, 'node'));
    return { PATH: path };
  }

  test.each([['pool', '--runtime', 'python'], ['pool', '--runtime', 'both']])('demo %s %s %s: one sentence, exit 1', (...args) => {
    const { status, stdout, stderr } = runTutor(['demo', ...args], withoutPython());
    expect(stderr).toMatch(/^error: `python3` leads to no Python 3\.8 or later on this machine\. Install Python [^\n]*\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  test('the source of the program needs none', () => {
    expect(runTutor(['demo', 'pool', '--runtime', 'python', '--source'], withoutPython()).status).toBe(0);
  });
});

test.each([
  { args: ['pool', '--start-method', 'spawn'], says: /--start-method is for Python/ },
  { args: ['pool', '--runtime', 'ruby'], says: /Allowed choices are node, python, both/ },
  { args: ['pool', '--runtime', 'python', '--start-method', 'thread'], says: /Allowed choices are fork, spawn, forkserver/ },
  { args: ['pool', '--runtime', 'both', '--source'], says: /about one program/ },
  { args: ['pool', '--runtime', 'both', '--trace', 'x'], says: /about one run/ },
  { args: ['false-sharing', '--runtime', 'python'], says: /false-sharing is only there for Node/ },
  { args: ['false-sharing', '--runtime', 'both', '--source'], says: /false-sharing is only there for Node/ },
  { args: ['pool', '--limit', '3'], says: /--limit is for a program of your own/ },
  { args: ['pool', '--stdout', 'pipe'], says: /--stdout is for a program of your own/ },
])('demo $args: exit 2, and what to give instead', ({ args, says }) => {
  const { status, stdout, stderr } = runTutor(['demo', ...args]);
  expect(stderr).toMatch(says);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
