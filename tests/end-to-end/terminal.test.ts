import { expect, test } from 'vitest';
import { isAlive } from '../support/processes.js';
import { keys, open } from './terminal.js';

const sh = (script: string, options = {}) => open('sh', ['-c', script], options);

test('shows the screen that the escape sequences draw, not their bytes', async () => {
  const terminal = sh(String.raw`printf '\033[31mone\033[0m\ntwo\n\033[1A\033[2Kover\n'`);
  await terminal.exit();
  expect(terminal.screen()).toBe('one\nover');
});

test('keeps what has scrolled off', async () => {
  const terminal = sh('seq 30', { rows: 10 });
  await terminal.exit();
  expect(terminal.screen()).toMatch(/^22\n[^]*\n30$/);
  expect(terminal.transcript()).toMatch(/^1\n2\n/);
});

test('types, and tells of the exit code', async () => {
  const terminal = sh('read answer; echo "<$answer>"; exit 3');
  terminal.type(`hello${keys.enter}`);
  await terminal.waitFor(/<hello>/);
  expect(await terminal.exit()).toEqual({ code: 3, signal: 0 });
});

test('Ctrl-C reaches the program as SIGINT', async () => {
  const terminal = sh('echo ready; read answer');
  await terminal.waitFor(/ready/);
  terminal.type(keys.ctrlC);
  expect(await terminal.exit()).toEqual({ code: 0, signal: 2 });
});

test('the program sees the size, and that it changes', async () => {
  const script = 'trap "stty size; exit" WINCH; stty size; while :; do sleep 0.05; done';
  const terminal = sh(script, { columns: 50, rows: 12 });
  await terminal.waitFor(/^12 50$/m);
  terminal.resize(80, 24);
  await terminal.waitFor(/^24 80$/m);
});

test('knows whether the cursor is visible', async () => {
  const terminal = sh(String.raw`printf '\033[?25lhidden'; read key; printf '\033[?25hback'; read key`);
  await terminal.waitFor(/hidden/);
  expect(terminal.cursorVisible).toBe(false);
  terminal.type(keys.enter);
  await terminal.waitFor(/back/);
  expect(terminal.cursorVisible).toBe(true);
});

test('hands on nothing of our environment but PATH, HOME and where the tests keep a cache', async () => {
  const terminal = sh('env -u PWD -u OLDPWD -u SHLVL -u _ | cut -d= -f1 | sort', { env: { CI: '1' } });
  await terminal.exit();
  expect(terminal.screen().split('\n')).toEqual(['CI', 'HOME', 'LANG', 'PATH', 'TERM', 'XDG_CACHE_HOME']);
});

test('a wait that is not fulfilled fails with the screen', async () => {
  const terminal = sh('echo here; read key');
  await terminal.waitFor(/here/);
  await expect(terminal.waitFor(/elsewhere/, 50)).rejects.toThrow(/did not show .elsewhere. within 50 ms[^]*\nhere\n/);
  await expect(terminal.exit(50)).rejects.toThrow(/still running after 50 ms[^]*\nhere\n/);
});

test('does not wait for what an ended program can no longer show', async () => {
  const terminal = sh('echo here');
  await expect(terminal.waitFor(/elsewhere/)).rejects.toThrow(/ended without showing \/elsewhere\/[^]*\nhere\n/);
});

test('close ends the program and its children, whatever they ignore', async () => {
  const terminal = sh('trap "" HUP INT TERM; sleep 60 & echo "child $!"; wait');
  const screen = await terminal.waitFor(/child \d+/);
  await terminal.close();
  expect(isAlive(Number(/child (\d+)/.exec(screen)?.[1]))).toBe(false);
});
