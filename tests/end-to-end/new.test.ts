import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bin, type Ran } from './mp-tutor.js';
import { temporaryFolder, writeFiles } from './sample-course.js';

const PATIENCE_MS = 120_000;

function run(args: readonly string[], cwd: string): Ran {
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8', timeout: PATIENCE_MS, stdio: ['ignore', 'pipe', 'pipe'] });
}

test('what a new lesson claims is true', () => {
  const folder = temporaryFolder();
  expect(run(['new', 'lesson', 'my-first'], folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('check . --prove') as string });
  const { status, stdout } = run(['check', '--prove'], folder);
  expect(stdout).toContain('1 claim: 1 holds.');
  expect(stdout).toContain('2 questions: 1 proved, 1 definition, 0 without a proof.');
  expect(status).toBe(0);
}, PATIENCE_MS);

test('the commands that it and an exercise suggest hold in a folder with a blank', () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'my course/about.md': '# About\n' });
  const { stdout } = run(['new', 'lesson', 'my-first', '--lessons', 'my course'], folder);
  expect(stdout).toContain("learn 'my course/my-first.md' --watch");
  expect(stdout).toContain("check 'my course'\n");
  const exercise = run(['exercise', 'lock', '--folder', 'my programs'], folder).stdout;
  expect(exercise).toContain("exercise lock --folder 'my programs'");
  expect(exercise).toMatch(/demo '\.\/my programs\/[^'\n]+'/);
}, PATIENCE_MS);

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)('and so is what the example of docs/lessons.md claims', () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/lessons.md', import.meta.url)), 'utf8');
  const fence = (begin: string, end: string): string => text.split(begin)[1]?.split(end)[0] ?? '';
  const folder = temporaryFolder();
  writeFiles(folder, {
    'own-counter.md': fence('````markdown\n', '````').replace('after: [first-process]\n', ''),
    'programs/counter.py': fence('`programs/counter.py` in the folder of the lesson:\n\n```python\n', '```'),
  });
  const { status, stdout } = run(['check', '--prove', '--trust'], folder);
  expect(stdout).toContain('1 claim: 1 holds.');
  expect(status).toBe(0);
}, PATIENCE_MS);
