import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fixture, run } from './support.js';

it('is true in the program that was started, and false in its children, workers and threads', async () => {
  expect((await run('is-main.mjs')).said).toEqual({ program: true, thread: false, child: false, worker: false });
});

it.each([
  ['without its extension', () => fixture('main-module')],
  ['by a symbolic link', (folder: string) => {
    symlinkSync(fixture('main-module.js'), join(folder, 'link.js'));
    return join(folder, 'link.js');
  }],
])('is true for a program that is named %s', (_, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(execFileSync(process.execPath, [name(folder)], { encoding: 'utf8' })).toBe('main\n');
});

it('is false for a module that no program names', () => {
  const script = `import('${new URL('fixtures/main-module.js', import.meta.url).href}')`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('imported\n');
});
