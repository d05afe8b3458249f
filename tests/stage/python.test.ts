import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findPython } from '../../src/stage/index.js';
import { parsePython } from '../../src/stage/python.js';
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
    vi.stubEnv('PYTHONUNBUFFERED', undefined);
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
    expect(await environment()).toEqual({ PYTHONPATH: null, MP_TUTOR_START_METHOD: null, PYTHONUNBUFFERED: '1' });
    expect(await environment({})).toMatchObject({ PYTHONPATH: join(import.meta.dirname, '../../python'), MP_TUTOR_START_METHOD: null });
  });
});
