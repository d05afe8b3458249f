import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { makeFolders } from '../../src/progress/folders.js';
import { runTutor } from '../end-to-end/mp-tutor.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('folders are made with those above them, and one that is there is left', () => {
  makeFolders(join(folder, 'a', 'b', 'c'));
  makeFolders(join(folder, 'a', 'b'));
  expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true);
});

test('a file in the place of one of them is an error', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolders(join(folder, 'file'))).toThrow(/EEXIST/);
  expect(() => makeFolders(join(folder, 'file', 'below'))).toThrow(/ENOTDIR/);
});

test.runIf(process.platform === 'linux')('where no folder can be made, it is told instead of tried for ever', () => {
  expect(() => makeFolders('/proc/none/below')).toThrow(/ENOENT/);
  const { status, stderr } = runTutor(['exercise', 'queue', '--folder', '/proc/none']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/cannot be written[^]*--folder/);
  const course = join(folder, 'course');
  expect(runTutor(['new', 'lesson', 'mine', '--lessons', course]).status).toBe(0);
  const nowhere = { XDG_STATE_HOME: '/proc/none/below', XDG_CACHE_HOME: '/proc/none/below' };
  expect(runTutor(['learn', '--list', '--lessons', course], nowhere)).toMatchObject({ status: 0, stdout: expect.stringContaining('mine') });
  expect(runTutor(['learn', 'mine', '--plain', '--lessons', course], nowhere).stdout).toContain('mine');
});

test.runIf(process.platform !== 'win32')('a pipe in the place of a learner\'s program is refused, and not waited for', () => {
  const pipe = join(folder, 'queue_exercise.py');
  expect(spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]).status).toBe(0);
  const { status, stderr } = runTutor(['exercise', 'queue', '--runtime', 'python', '--folder', folder]);
  expect(status).toBe(1);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('it is no file, but a folder or a pipe. Move it away');
});
