import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { makeFolders } from '../../src/cli/folders.js';
import { runTutor } from '../end-to-end/mp-tutor.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('folders are made with those above them, and one that is there is left', async () => {
  await makeFolders(join(folder, 'a', 'b', 'c'));
  await makeFolders(join(folder, 'a', 'b'));
  expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true);
});

test('a file in the place of one of them is an error', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolders(join(folder, 'file'))).rejects.toThrow(/EEXIST/);
  await expect(makeFolders(join(folder, 'file', 'below'))).rejects.toThrow(/ENOTDIR/);
});

test.runIf(process.platform === 'linux')('where no folder can be made, it is told instead of tried for ever', async () => {
  await expect(makeFolders('/proc/none/below')).rejects.toThrow(/ENOENT/);
  const { status, stderr } = runTutor(['exercise', 'queue', '--folder', '/proc/none']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/cannot be written[^]*--folder/);
});

test.runIf(process.platform !== 'win32')('a pipe in the place of a learner\'s program is refused, and not waited for', () => {
  const pipe = join(folder, 'queue_exercise.py');
  expect(spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]).status).toBe(0);
  const { status, stderr } = runTutor(['exercise', 'queue', '--runtime', 'python', '--folder', folder]);
  expect(status).toBe(1);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('it is no file, but a folder or a pipe. Move it away');
});
