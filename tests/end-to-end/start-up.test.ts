import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bin } from './mp-tutor.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tellAtEnd = fileURLToPath(new URL('fixtures/tell-what-was-required.cjs', import.meta.url));
const register = fileURLToPath(new URL('fixtures/tell-what-is-loaded.mjs', import.meta.url));
/** Before each module, the bundle names the file that it comes from. */
const ORIGIN = /^\/\/ (\S+\.[cm]?js)$/gm;

/** The packages and rooms of which a command loads something. */
function loadedBy(args: readonly string[]): Set<string> {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', tellAtEnd, bin, ...args], {
    encoding: 'utf8',
    timeout: 10_000,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] },
  });
  expect({ status, hasOutput: stdout !== '' }).toEqual({ status: 0, hasOutput: true });
  const files = Array.from(stderr.matchAll(/^loaded (.*)$/gm), ([, file = '']) => file).filter((file) => file.startsWith(`${root}dist/`));
  const origins = files.flatMap((file) => Array.from(readFileSync(file, 'utf8').matchAll(ORIGIN), ([, origin = '']) => origin));
  return new Set(origins.map((origin) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(origin)?.[1] ?? /^dist\/(\w+)/.exec(origin)?.[1] ?? origin));
}

/** What takes long to load, and only those need who read Markdown, ask, run or draw. */
const HEAVY = [
  'yaml', 'micromark', 'mdast-util-from-markdown', 'inquirer', '@inquirer/core', 'ora', 'lowlight', 'highlight.js',
  '@marcbachmann/cel-js', 'ts-fsrs', 'stage', 'views', 'proof', 'demos',
];

test.each([
  { args: ['--help'], needs: ['commander', 'cli'] },
  { args: ['learn', '--list'], needs: ['commander', 'cli', 'course', 'progress', 'terminal'] },
])('mp-tutor $args loads what it needs, and nothing heavy', ({ args, needs }) => {
  const loaded = loadedBy(args);
  expect([...loaded]).toEqual(expect.arrayContaining(needs));
  expect(HEAVY.filter((name) => loaded.has(name))).toEqual([]);
});

test('mp-tutor --version loads nothing at all', () => {
  expect(loadedBy(['--version'])).toEqual(new Set());
});

test('the library is a few files, of which a child loads what all children need before its module', () => {
  const load = (code: string): Set<string> => {
    const { stderr } = spawnSync(process.execPath, ['--import', register, '--input-type=module', '-e', code], { cwd: root, encoding: 'utf8', timeout: 10_000 });
    return new Set(Array.from(stderr.matchAll(/\/dist\/multiprocessing\/(.*)$/gm), ([, file = '']) => file.replace(/-[\w-]{8}\.js/, '.js')));
  };
  const shared = ['child.js', 'rolldown-runtime.js'];
  expect(load("import 'mp-tutor/multiprocessing'")).toEqual(new Set([...shared, 'index.js', 'library.js']));
  expect(load("import './dist/multiprocessing/entry/worker.js'")).toEqual(new Set([...shared, 'entry/worker.js']));
});

test('what is heavy is found where it is needed', () => {
  const found = [...loadedBy(['learn', 'pool', '--plain']), ...loadedBy(['quiz', '--list']), ...loadedBy(['check', 'lessons/06-pool.md'])];
  expect(found).toEqual(expect.arrayContaining(['yaml', 'micromark', '@marcbachmann/cel-js', 'stage', 'views', 'demos']));
});
