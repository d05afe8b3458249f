import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the file that npm links, as a person would, or with `node`'s own options before it. */
function launch(folder: string, args: readonly string[], nodeOptions: readonly string[] = []) {
  const command = [...nodeOptions, join(folder, 'bin/mp-tutor.js'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 10_000 });
  return { status, stdout, stderr };
}

test('--version prints the version of package.json', () => {
  expect(launch(root, ['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('a checkout without a build is told how to get one', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(checkout, { recursive: true }));
  cpSync(join(root, 'bin'), join(checkout, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(checkout, 'package.json'));

  const { status, stdout, stderr } = launch(checkout, ['demo', 'pool']);

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(`${checkout}/ run \`npm install\``);
});

test('Windows is answered with one sentence that names WSL', () => {
  const pretend = 'data:text/javascript,Object.defineProperty(process, "platform", { value: "win32" })';

  const { status, stdout, stderr } = launch(root, ['demo', 'pool'], ['--import', pretend]);

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]*\bWSL\b[^\n]*\n$/);
});
