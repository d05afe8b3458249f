import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { allGone } from '../support/processes.js';
import { descendants, openTutor, runTutor } from './mp-tutor.js';
import { keys } from './terminal.js';

const LIMIT_MS = 60_000;
const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
let folder = '';

/** Writes a program, and gives its path. */
function program(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** A consumer whom nobody tells the end. */
const WAITS_FOR_EVER = [
  'from multiprocessing import Process, Queue',
  'def consume(queue):',
  '    while True:',
  '        print("got", queue.get())',
  'if __name__ == "__main__":',
  '    queue = Queue()',
  '    queue.put("an item")',
  '    consumer = Process(target=consume, args=(queue,), name="consumer")',
  '    consumer.start()',
  '    consumer.join()',
];

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

describe('a program for Node', () => {
  test('is given its arguments, and its exit code is told', () => {
    const { stdout, status } = runTutor(['demo', program('my.mjs', ['console.log(process.argv.slice(2).join());']), '--', '-x', 'two'], {}, LIMIT_MS);
    expect(stdout).toMatch(/^my\.mjs · Node [^]*prints: -x,two\n[^]*It ended by itself after [^]*exit code 0\./);
    expect(stdout).not.toMatch(/Next\n$/);
    expect(status).toBe(0);
  }, LIMIT_MS);

  test.each([
    { how: 'fails', lines: ['console.error("woe"); process.exit(3);'], says: /It failed: it ended after .* exit code 3\. Its standard error says: "woe"\./ },
    { how: 'is killed', lines: ['process.kill(process.pid, "SIGKILL");'], says: /SIGKILL ended it after/ },
    { how: 'is not finished', lines: ['for (;;);'], says: /It was not finished: after .* it was still at work\..*--limit 6/ },
    { how: 'hangs', lines: ['Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'], says: /It hung: after .*, and for the last second it did nothing/ },
    { how: 'sleeps', lines: ['setInterval(() => {}, 1e6);'], says: /It slept: after .*--limit 6/ },
  ])('that $how: exit 1', ({ lines, says }) => {
    const { stdout, status } = runTutor(['demo', program('my.cjs', lines), '--limit', '2'], {}, LIMIT_MS);
    expect(inOneLine(stdout)).toMatch(says);
    expect(status).toBe(1);
  }, LIMIT_MS);

  test('that uses the library is traced', () => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(fileURLToPath(new URL('../..', import.meta.url)), join(folder, 'node_modules', 'mp-tutor'));
    const { stdout } = runTutor(['demo', program('my.mjs', [
      'import { isMain, Process } from "mp-tutor/multiprocessing";',
      'export function work() {}',
      'if (isMain(import.meta.url)) await new Process(import.meta.url, work, [], { name: "helper" }).start().join();',
    ])], {}, LIMIT_MS);
    expect(stdout).toMatch(/helper +calls work\(\)/);
  }, LIMIT_MS);
});

describe.skipIf(!hasPython)('a program for Python', () => {
  test('that waits for ever: hung, exit 1, and how it ran', () => {
    const file = program('mine.py', WAITS_FOR_EVER);
    const { stdout, status } = runTutor(['demo', file, '--limit', '4', '--start-method', 'spawn', '--stdout', 'terminal'], {}, LIMIT_MS);
    expect(status).toBe(1);
    expect(stdout).toMatch(/prints: got an item\n/);
    expect(inOneLine(stdout)).toMatch(/It hung: .* with the start method spawn\. Its standard output was a terminal/);
  }, LIMIT_MS);

  test.runIf(process.platform === 'linux')('that waits for ever: who waited for whom', () => {
    const { stdout } = runTutor(['demo', program('mine.py', WAITS_FOR_EVER), '--limit', '4'], {}, LIMIT_MS);
    expect(inOneLine(stdout)).toMatch(/Who waited for whom \d+ main waits for \d+ to end \d+ consumer waits for data/);
  }, LIMIT_MS);

  test('in JSON: the last line says what it was and how it ended', () => {
    const { stdout } = runTutor(['demo', program('mine.py', WAITS_FOR_EVER), '--limit', '4', '--json'], {}, LIMIT_MS);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      program: expect.stringMatching(/mine\.py$/) as string,
      runtime: 'python',
      python: { version: expect.stringMatching(/^3\./) as string, stdout: 'pipe' },
      facts: { hung: true, stdout: 'pipe', gets: 1 },
      waits: expect.any(Array) as unknown,
    });
  }, LIMIT_MS);

  test('whose child failed: that is told although the program ended with 0', () => {
    const { stdout, status } = runTutor(['demo', program('mine.py', [
      'from multiprocessing import Process',
      'def work():',
      '    raise ValueError("no such cake")',
      'if __name__ == "__main__":',
      '    process = Process(target=work, name="baker")',
      '    process.start()',
      '    process.join()',
    ])], {}, LIMIT_MS);
    expect(inOneLine(stdout)).toMatch(/exit code 0\. .*baker \(\d+\) failed with exit code 1: ValueError: no such cake\./);
    expect(status).toBe(0);
  }, LIMIT_MS);

  test('Ctrl-C ends it: 130, and nobody stays', async () => {
    const terminal = openTutor(['demo', program('mine.py', WAITS_FOR_EVER), '--limit', '60']);
    await terminal.waitFor(/consumer .*waiting for an item/, 30_000);
    const processes = descendants(terminal.pid);
    terminal.type(keys.ctrlC);
    expect((await terminal.exit(10_000)).code).toBe(130);
    expect(await allGone(processes, 10_000)).toBe(true);
  }, LIMIT_MS);

  test('its name without the ending is understood', () => {
    program('cake.py', ['print(1)']);
    const { stderr, status } = runTutor(['demo', join(folder, 'cake.pyy')]);
    expect(stderr).toMatch(/Did you mean .*\/cake\.py\?/);
    expect(status).toBe(1);
  });
});

test.each([
  { args: ['./nowhere.py'], status: 1, says: /there is no file \.\/nowhere\.py/ },
  { args: ['./x.mjs', '--runtime', 'python'], status: 2, says: /--runtime is for demos/ },
  { args: ['./x.mjs', '--limit', '0'], status: 2, says: /number of seconds above 0/ },
  { args: ['./x.mjs', '--all'], status: 2, says: /--all plays all demos/ },
])('demo $args: exit $status, in one sentence', ({ args, status: code, says }) => {
  const { status, stdout, stderr } = runTutor(['demo', ...args]);
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/\n +at /);
  expect(stdout).toBe('');
  expect(status).toBe(code);
});
