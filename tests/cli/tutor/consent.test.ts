import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Failure } from '../../../src/cli/exit.js';
import type { Interrupts } from '../../../src/cli/interrupts.js';
import type { Io } from '../../../src/cli/io.js';
import { agreesToRun } from '../../../src/cli/tutor/consent.js';
import { type Session, sessionOf } from '../../../src/cli/tutor/session.js';
import { courseOf } from '../lessons.js';

let folder = '';
let file = '';
let shown = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-consent-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  file = join(folder, 'main.py');
  writeFileSync(file, 'import helper\n');
  shown = '';
});

const interrupts: Interrupts = { signal: new AbortController().signal, exitCode: undefined, interrupt: () => {}, stopListening: () => {} };

/** At a terminal that is not drawn on again, so that what is shown stays. */
function session(): Session {
  const stdout = new PassThrough().on('data', (chunk) => (shown += String(chunk)));
  const env = { XDG_STATE_HOME: join(folder, '..', `${folder.split('/').at(-1)}-state`) };
  onTestFinished(() => rmSync(env.XDG_STATE_HOME, { recursive: true, force: true }));
  const io = { stdin: { isTTY: true }, stdout, stderr: new PassThrough(), env } as unknown as Io;
  const opened = sessionOf({ course: courseOf([]), isOurs: false, isFile: false }, io, {});
  return { ...opened, capabilities: { terminal: true, colour: 0, unicode: true, columns: 400, rows: 50, animated: false } };
}

/** How often it was asked until it may run. */
async function asked(answer: () => boolean = () => true): Promise<{ readonly agrees: boolean; readonly times: number }> {
  let times = 0;
  const ask = (): Promise<boolean> => {
    times += 1;
    return Promise.resolve(answer());
  };
  const call = { kind: 'program', runtime: 'python3', args: [], file, text: 'python3 main.py', place: { file: '', line: 1, column: 1 } } as const;
  return { agrees: await agreesToRun(call, session(), interrupts, ask), times };
}

describe('whether a program may run', () => {
  test('is asked once, and again whenever anything beside it has changed', async () => {
    expect(await asked()).toEqual({ agrees: true, times: 1 });
    expect(shown).toMatch(/You are asked again when it or anything in its folder changes\./);
    expect(await asked()).toEqual({ agrees: true, times: 0 });
    mkdirSync(join(folder, 'helper'));
    writeFileSync(join(folder, 'helper/__init__.py'), '');
    expect(await asked()).toEqual({ agrees: true, times: 1 });
    expect(await asked()).toEqual({ agrees: true, times: 0 });
  });

  test('is asked each time where too much stands beside it, and this is said', async () => {
    writeFileSync(join(folder, 'large'), Buffer.alloc(20_000_001));
    expect(await asked()).toEqual({ agrees: true, times: 1 });
    expect(shown).toMatch(/You are asked each time, since not all that its folder holds can be compared\./);
    expect(await asked()).toEqual({ agrees: true, times: 1 });
  });

  test.each([['a small folder', 0], ['one that is too large', 20_000_001]])('is asked again if it was changed while it was read, in %s', async (_, bytes) => {
    writeFileSync(join(folder, 'beside'), Buffer.alloc(bytes));
    const change = (): boolean => {
      writeFileSync(file, readFileSync(file, 'utf8').length < 20 ? 'import helper\nprint("other")\n' : readFileSync(file));
      return true;
    };
    expect(await asked(change)).toEqual({ agrees: true, times: 2 });
    expect(shown).toContain('print("other")');
  });

  test('is no fault of mp-tutor if the program is gone, or is no file', async () => {
    rmSync(file);
    await expect(asked()).rejects.toThrow(Failure);
    await expect(asked()).rejects.toThrow(`${file} cannot be read (ENOENT), so it was not run.`);
    mkdirSync(file);
    await expect(asked()).rejects.toThrow(Failure);
  });

  test('a program that is too large to be read is not run, however willing the learner', async () => {
    writeFileSync(file, 'a = 1\n'.repeat(200_000));
    await expect(asked()).rejects.toThrow(`${file} cannot be read (it is larger than 1000 kB), so it was not run.`);
    expect(shown).toBe('');
  });

  test('a program that disappears while it is read is no fault of mp-tutor either', async () => {
    const remove = (): boolean => {
      rmSync(file);
      return true;
    };
    await expect(asked(remove)).rejects.toThrow(Failure);
  });
});
