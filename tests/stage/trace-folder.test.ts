import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { StageError } from '../../src/stage/errors.js';
import { makeTraceFolder } from '../../src/stage/trace-folder.js';

const { TMPDIR } = process.env;
let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  process.env['TMPDIR'] = base;
});
afterEach(() => {
  if (TMPDIR === undefined) {
    delete process.env['TMPDIR'];
  } else {
    process.env['TMPDIR'] = TMPDIR;
  }
  spawnSync('umount', [join(base, 'mounted')]);
  rmSync(base, { recursive: true });
});

/** Makes a small disk the place for traces; undefined where that is not permitted. */
function mount(options: string): string | undefined {
  const folder = join(base, 'mounted');
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  process.env['TMPDIR'] = folder;
  return status === 0 ? folder : undefined;
}

it('holds an empty trace, and goes with all that is in it', () => {
  const { file, remove } = makeTraceFolder();
  expect(statSync(file).size).toBe(0);
  writeFileSync(`${file}.more`, '');
  remove();
  expect(readdirSync(base)).toEqual([]);
});

it('is open to nobody else', () => {
  const { file, remove } = makeTraceFolder();
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  remove();
});

it('that has no parent is an error that says so', () => {
  process.env['TMPDIR'] = join(base, 'missing');
  expect(makeTraceFolder).toThrow(StageError);
  expect(makeTraceFolder).toThrow(`The trace has no place in ${base}/missing: it does not exist. Set TMPDIR`);
});

it('on a full disk is an error, and nothing is left there', (context) => {
  const folder = mount('size=8k');
  context.skip(folder === undefined, 'mounting is not permitted here');
  expect(makeTraceFolder).toThrow(/no space is left\. Set TMPDIR/);
  expect(readdirSync(String(folder))).toEqual([]);
});

it('on a read-only disk is an error', (context) => {
  const folder = mount('ro');
  context.skip(folder === undefined, 'mounting is not permitted here');
  expect(makeTraceFolder).toThrow(/it is read-only\. Set TMPDIR/);
});

it('in a folder that may not be written is an error', (context) => {
  context.skip(process.getuid?.() === 0, 'root may write anywhere');
  chmodSync(base, 0o500);
  onTestFinished(() => chmodSync(base, 0o700));
  expect(makeTraceFolder).toThrow(/permission denied\. Set TMPDIR/);
  expect(existsSync(base)).toBe(true);
});
