import { afterEach, describe, expect, test, vi } from 'vitest';
import { readMachine } from '../../../src/cli/tutor/machine.js';
import { perform } from '../../../src/cli/tutor/perform.js';
import type { ProofRun } from '../../../src/course/index.js';
import { prove } from '../../../src/proof/index.js';
import { claimOf } from '../../proof/claims.js';
import { temporaryFolder, writeFiles } from '../../end-to-end/sample-course.js';
import { eventually, listProcesses } from '../../support/processes.js';

const LIMIT = 60_000;
const never = new AbortController().signal;
const machine = await readMachine(never);
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A run of a program with this text. */
function runOf(runtime: 'node' | 'python3', text: string, more: Partial<ProofRun> = {}): ProofRun {
  const folder = temporaryFolder();
  const name = runtime === 'node' ? 'program.mjs' : 'program.py';
  writeFiles(folder, { [name]: text });
  const place = { file: `${folder}/a.md`, line: 1, column: 1 };
  const call = { kind: 'program', runtime, file: `${folder}/${name}`, text: `${runtime} ${name}`, args: [], place } as const;
  return { call, startMethod: undefined, stdout: 'pipe', limitMs: 20_000, ...more };
}

describe('a run', { timeout: LIMIT }, () => {
  test('gives the facts of its program, and how it was run', async () => {
    const facts = await perform(runOf('node', "console.log('total: 3');\nprocess.exitCode = 2;\n"), never);
    expect(facts).toMatchObject({
      printed: { total: 3 }, output: ['total: 3'], exitCode: 2, hung: false, processes: 1, startMethod: null, stdout: 'pipe',
    });
  });

  test('hangs at the limit of the claim', async () => {
    const facts = await perform(runOf('node', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);', { limitMs: 2500 }), never);
    expect(facts).toMatchObject({ hung: true, asleep: false, ending: 'limit' });
  });

  test.runIf(process.platform === 'linux').each([
    ['node', 'setTimeout(() => {}, 60_000);'],
    ['python3', 'import time\ntime.sleep(60)\n'],
  ] as const)('of %s that only sleeps is asleep at its limit', async (runtime, text) => {
    if (runtime === 'python3' && !machine.python) {
      return;
    }
    expect(await perform(runOf(runtime, text, { limitMs: 4000 }), never)).toMatchObject({ hung: true, asleep: true });
  });

  test.runIf(machine.terminals)('may print to a terminal', async () => {
    const facts = await perform(runOf('node', "console.log('tty:', process.stdout.isTTY === true);", { stdout: 'terminal' }), never);
    expect(facts).toMatchObject({ printed: { tty: true }, stdout: 'terminal' });
  });

  test.runIf(machine.python)('of Python has the start method that is asked for, and buffers whatever the environment says', async () => {
    vi.stubEnv('PYTHONUNBUFFERED', '1');
    const text = "import multiprocessing, os\nprint('method:', multiprocessing.get_start_method())\nprint('set:', 'PYTHONUNBUFFERED' in os.environ)\n";
    const facts = await perform(runOf('python3', text, { startMethod: 'spawn' }), never);
    expect(facts).toMatchObject({ printed: { method: 'spawn', set: false }, startMethod: 'spawn' });
  });

  test('of a file that is not there is refused', async () => {
    const run = runOf('node', '');
    const missing = { ...run, call: { ...run.call, file: `${run.call.place.file}.mjs` } } as ProofRun;
    await expect(perform(missing, never)).rejects.toThrow('no file that can be read');
  });

  test('is ended by its signal, with all that it started', async () => {
    const controller = new AbortController();
    const run = runOf('node', "import { spawn } from 'node:child_process';\nspawn('sleep', ['97531']);\nsetInterval(() => {}, 1e9);\n");
    const running = perform(run, controller.signal);
    const sleepers = (): number => listProcesses().filter(({ command, state }) => command.trim() === 'sleep 97531' && !state.startsWith('Z')).length;
    expect(await eventually(() => sleepers() === 1, 20_000)).toBe(true);
    controller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect(sleepers()).toBe(0);
  });
});

test('a claim is proved by real runs', { timeout: LIMIT }, async () => {
  const claim = claimOf('so', {
    asserts: { kind: 'always', expression: 'printed.pids == 1 && processes == 1' },
    runs: [runOf('node', "console.log('pids:', 1);")],
    contrasts: [runOf('node', "import { fork } from 'node:child_process';\nif (!process.send) { fork(process.argv[1]); }\nconsole.log('pids:', 2);")],
    times: 2,
  });
  const { status, reason } = await prove(claim, { perform, machine, measureCeiling: () => Promise.reject(new Error('nobody asks')), signal: never });
  expect({ status, reason }).toEqual({
    status: 'holds', reason: expect.stringMatching(/^holds in 2 of 2 runs, fails in its contrast \(printed\.pids = 2, processes = \d\)$/),
  });
});

test('the machine is read', () => {
  expect(machine).toMatchObject({ cores: expect.any(Number), platform: process.platform, terminals: expect.any(Boolean) });
});

test.runIf(machine.python)('and its Python', () => {
  expect(machine.python).toMatchObject({
    version: expect.stringMatching(/^3\.\d+\.\d+/), gil: expect.any(Boolean), startMethods: expect.arrayContaining(['spawn']),
  });
});
