import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findPython } from '../../src/stage/index.js';
import { parsePython } from '../../src/stage/python.js';
import { allGone } from '../support/processes.js';
import { pythons } from '../support/pythons.js';
import { printedBy, start } from './support.js';

const { signal } = new AbortController();

/** A command that stands for an interpreter. */
function fake(script: string): { command: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const command = join(folder, 'python');
  writeFileSync(command, `#!/bin/sh\n${script}\n`);
  chmodSync(command, 0o755);
  return { command, folder };
}

const ANSWER = {
  executable: '/bin/python3', version: [3, 14, 0], startMethods: ['forkserver', 'spawn', 'fork'], defaultStartMethod: 'forkserver', gil: false,
};

describe('finding Python', () => {
  it.skipIf(pythons.length === 0).each(pythons)('$version says what it is', async ({ executable, version }) => {
    const python = await findPython(signal, executable);
    expect(python).toEqual({
      executable,
      version: expect.stringMatching(new RegExp(`^${version.replace('.', '\\.')}\\.\\d+$`)),
      startMethods: expect.arrayContaining(['spawn']),
      defaultStartMethod: python?.startMethods[0],
      gil: true,
    });
  });

  it.runIf(process.platform === 'linux' && pythons.length > 0)('gives the interpreter and not the script that looks for it', async () => {
    const { command } = fake(`exec ${pythons[0]?.executable} "$@"`);
    expect(await findPython(signal, command)).toMatchObject({
      executable: pythons[0]?.executable,
      startMethods: ['fork', 'spawn', 'forkserver'],
      defaultStartMethod: 'fork',
    });
  });

  it('finds none where there is none, or where the command says something else', async () => {
    expect(await findPython(signal, '/nowhere/python')).toBe(undefined);
    expect(await findPython(signal, fake('echo I am no Python').command)).toBe(undefined);
    expect(await findPython(signal, fake(`echo '{"version": 3}'`).command)).toBe(undefined);
  });

  it('asks once, also when two want to know at the same time', async () => {
    const { command, folder } = fake(`echo asked >> "$(dirname "$0")/log"; echo '${JSON.stringify(ANSWER)}'`);
    const [one, other] = await Promise.all([findPython(signal, command), findPython(signal, command)]);
    expect(one).toEqual({ ...ANSWER, version: '3.14.0' });
    expect([other, await findPython(signal, command)]).toEqual([one, one]);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('asked\n');
  });

  it('leaves when it is aborted, which harms nobody else who asks', async () => {
    const { command } = fake(`[ -e "$0.again" ] || { : > "$0.again"; exec sleep 20; }; echo '${JSON.stringify(ANSWER)}'`);
    const controller = new AbortController();
    const first = findPython(controller.signal, command);
    const second = findPython(signal, command);
    await vi.waitFor(() => readFileSync(`${command}.again`), { timeout: 5000 });
    controller.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect(await second).toMatchObject({ version: '3.14.0' });
  });

  it('finds none where the command does not answer, and ends it with all that it has started, even if they ignore SIGTERM', async () => {
    const { command } = fake(`trap '' TERM; sh -c 'trap "" TERM; echo $$ > "$1.pid"; sleep 97541; sleep 97541' sh "$0"; sleep 97541`);
    const asking = findPython(signal, command);
    const pid = await vi.waitFor(() => Number(readFileSync(`${command}.pid`, 'utf8') || Number.NaN), { timeout: 5000 });
    expect(await asking).toBe(undefined);
    expect(await allGone([pid])).toBe(true);
  });

  it('does not wait for ever for what a command has left behind with its output', async () => {
    const { command } = fake(`sleep 97542 & echo '${JSON.stringify(ANSWER)}'`);
    expect(await findPython(signal, command)).toMatchObject({ version: '3.14.0' });
  });

  it.each<[string, object]>([
    ['no executable', { ...ANSWER, executable: null }],
    ['an executable without a folder', { ...ANSWER, executable: '' }],
    ['no start methods', { ...ANSWER, startMethods: undefined }],
    ['a start method that nobody knows', { ...ANSWER, defaultStartMethod: 'magic' }],
    ['a version in words', { ...ANSWER, version: ['3', '14', '0'] }],
    ['a lock of which it does not say whether it is there', { ...ANSWER, gil: 'perhaps' }],
  ])('takes no answer with %s', (_, answer) => {
    expect(() => parsePython(JSON.stringify(answer))).toThrow(/Invalid/);
  });

  it('leaves a start method out that nobody knows', () => {
    expect(parsePython(JSON.stringify({ ...ANSWER, startMethods: ['spawn', 'magic', 'fork'] }))?.startMethods).toEqual(['spawn', 'fork']);
  });

  it('asks once more, and not twice, for two who were not aborted', async () => {
    const { command, folder } = fake(`echo asked >> "$(dirname "$0")/log"; [ -e "$0.again" ] || { : > "$0.again"; exec sleep 20; }; sleep 0.2; echo '${JSON.stringify(ANSWER)}'`);
    const controller = new AbortController();
    const first = findPython(controller.signal, command);
    const others = [findPython(signal, command), findPython(signal, command), findPython(signal, command)];
    await vi.waitFor(() => readFileSync(`${command}.again`), { timeout: 5000 });
    controller.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect(await Promise.all(others)).toMatchObject([{ version: '3.14.0' }, { version: '3.14.0' }, { version: '3.14.0' }]);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('asked\nasked\n');
  });

  it.each([
    [[2, 7, 18], undefined],
    [[3, 7, 16], undefined],
    [[3, 8, 0], '3.8.0'],
    [[4, 0, 0], '4.0.0'],
  ])('%j is new enough or not', (version, expected) => {
    expect(parsePython(JSON.stringify({ ...ANSWER, version }))?.version).toBe(expected);
  });
});

describe.skipIf(pythons.length === 0)('the environment of a Python program', () => {
  const runtime = pythons.at(-1)?.executable;
  const environment = async (python?: { startMethod?: 'spawn' }): Promise<unknown> => {
    const { stdout } = await printedBy(start('python/environment.py', { runtime, python }));
    return JSON.parse(stdout[0] ?? '');
  };

  it('has our modules in front of the user\'s, and the start method', async () => {
    vi.stubEnv('PYTHONPATH', '/theirs');
    vi.stubEnv('PYTHONUNBUFFERED', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await environment({ startMethod: 'spawn' })).toEqual({
      PYTHONPATH: `${join(import.meta.dirname, '../../python')}${delimiter}/theirs`,
      MP_TUTOR_START_METHOD: 'spawn',
      PYTHONUNBUFFERED: null,
    });
  });

  it('has nothing of ours for a program that is not to be traced, and no start method of an outer run', async () => {
    vi.stubEnv('PYTHONPATH', undefined);
    vi.stubEnv('PYTHONUNBUFFERED', '1');
    vi.stubEnv('MP_TUTOR_START_METHOD', 'fork');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await environment()).toEqual({ PYTHONPATH: null, MP_TUTOR_START_METHOD: null, PYTHONUNBUFFERED: null });
    expect(await environment({})).toMatchObject({ PYTHONPATH: join(import.meta.dirname, '../../python'), MP_TUTOR_START_METHOD: null });
  });
});
