import fs, { readdirSync, writeSync } from 'node:fs';
import module, { syncBuiltinESMExports } from 'node:module';
import { ReadStream } from 'node:tty';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { StageError } from '../../src/stage/index.js';
import { openPseudoTerminal } from '../../src/stage/pseudo-terminal.js';
import { printedBy, start } from './support.js';

describe('a program on a terminal', () => {
  it('sees one of 80 columns and 24 rows, whatever the size of ours, and a pipe for its errors', async () => {
    vi.stubEnv('COLUMNS', '33');
    vi.stubEnv('LINES', '5');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { stdout, stderr } = await printedBy(start('terminal.mjs', { stdout: 'terminal' }));
    expect(JSON.parse(stdout[0] ?? '')).toMatchObject({ stdout: true, stderr: false, stdin: false, size: [80, 24] });
    expect(stderr).toEqual(['a complaint']);
    const piped = await printedBy(start('terminal.mjs'));
    expect(JSON.parse(piped.stdout[0] ?? '')).toMatchObject({ stdout: false, stderr: false, stdin: false });
  });

  it.runIf(process.platform === 'linux')('has no descriptor more than on a pipe, and leaves none with us', async () => {
    const descriptors = async (stdout: 'terminal' | 'pipe'): Promise<string[]> => {
      return (await printedBy(start('descriptors.sh', { runtime: 'sh', stdout }))).stdout;
    };
    const onPipe = await descriptors('pipe');
    const before = readdirSync('/proc/self/fd').length;
    expect(onPipe).toContain('1');
    expect(await descriptors('terminal')).toEqual(onPipe);
    await expect.poll(() => readdirSync('/proc/self/fd').length).toBe(before);
  });

  it('is read to its last line, also what it prints just before its end', async () => {
    const { stdout } = await printedBy(start('terminal.mjs', { args: ['9000'], stdout: 'terminal' }));
    expect(stdout.slice(1)).toEqual(Array.from({ length: 9000 }, (_, line) => `line ${line}`));
  });

  it('is read to what was written a moment before the end', async () => {
    const terminal = openPseudoTerminal();
    writeSync(terminal.descriptor, 'the last words\n');
    terminal.finish();
    expect(await text(terminal.output)).toBe('the last words\r\n');
  });

  it('is not read again once its reading has failed, since its descriptor may be another\'s by then', async () => {
    const readers: ReadStream[] = [];
    // `finish` begins by this: it is as if the error came just before.
    const pause = vi.spyOn(ReadStream.prototype, 'pause').mockImplementation(function (this: ReadStream) {
      readers.push(this);
      return this.destroy(new Error('broken by a test'));
    });
    onTestFinished(() => pause.mockRestore());
    const terminal = openPseudoTerminal();
    const readSync = vi.spyOn(fs, 'readSync');
    syncBuiltinESMExports();
    onTestFinished(() => {
      readSync.mockRestore();
      syncBuiltinESMExports();
    });
    terminal.finish();
    expect(await text(terminal.output)).toBe('');
    expect(readers).toHaveLength(1);
    expect(readSync).not.toHaveBeenCalled();
  });

  it('delivers a line while it runs', async () => {
    const { stdout, outcome } = await printedBy(start('terminal.mjs', { args: ['1', 'wait'], stdout: 'terminal' }), (line) => line === 'line 0');
    expect(stdout.at(-1)).toBe('line 0');
    expect(outcome).toMatchObject({ ending: 'stopped by us', signal: 'SIGTERM' });
  });

  it('is bounded when it prints for ever', async () => {
    const { stdout, outcome } = await printedBy(start('floods.mjs', { args: ['lines'], limitMs: 1000, stdout: 'terminal' }));
    expect(outcome.ending).toBe('limit');
    expect(stdout).toHaveLength(10_001);
  });

  it('that cannot be started is told as ever', async () => {
    const running = start('terminal.mjs', { runtime: '/nowhere/node', stdout: 'terminal' });
    await expect(running.ended).rejects.toThrow(/could not be started with \/nowhere\/node: it does not exist/);
  });
});

describe('without a pseudo-terminal', () => {
  it('there is one sentence that says why: no device', () => {
    const { openSync } = fs;
    onTestFinished(() => {
      fs.openSync = openSync;
      syncBuiltinESMExports();
    });
    fs.openSync = () => {
      throw Object.assign(new Error('broken by a test'), { code: 'ENOENT' });
    };
    syncBuiltinESMExports();
    expect(() => openPseudoTerminal()).toThrow(StageError);
    expect(() => openPseudoTerminal()).toThrow(
      'There is no pseudo-terminal for the program: it does not exist. Let it write to a pipe instead.',
    );
  });

  it('there is one sentence that says why: no koffi', async () => {
    const { createRequire } = module;
    onTestFinished(() => {
      module.createRequire = createRequire;
      syncBuiltinESMExports();
    });
    module.createRequire = (path) => Object.assign((name: string): unknown => {
      if (name === 'koffi') {
        throw new Error('Cannot find module \'koffi\'\nRequire stack: …');
      }
      return createRequire(path)(name);
    }, createRequire(path));
    syncBuiltinESMExports();
    vi.resetModules();
    const fresh = await import('../../src/stage/pseudo-terminal.js');
    expect(() => fresh.openPseudoTerminal()).toThrow(
      /^There is no pseudo-terminal for the program: Cannot find module 'koffi'\. Let it write to a pipe instead\.$/,
    );
  });
});
