import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What each room of src/ may import besides itself; docs/architecture.md draws it. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  trace: [],
  terminal: [],
  reaper: [],
  multiprocessing: ['trace', 'reaper'],
  demos: ['mp-tutor/multiprocessing'],
  'demos/catalogue': ['trace'],
  stage: ['trace', 'reaper'],
  views: ['trace', 'terminal'],
  course: [],
  progress: [],
  proof: ['course', 'stage', 'trace'],
  quiz: ['course', 'progress'],
  cli: [
    'trace', 'terminal', 'reaper', 'multiprocessing', 'demos', 'demos/catalogue', 'stage', 'views', 'course', 'progress', 'proof', 'quiz',
  ],
};

/** Who may know of argv, exit codes and the standard output: the command line, and what runs as a program itself. */
const KNOWS_THE_PROCESS = ['cli/', 'demos/', 'multiprocessing/entry/', 'stage/entry/', 'multiprocessing/is-main.ts'];

/** Static, type, dynamic and re-exporting imports, and modules that are named to be run by a process or a thread. */
const IMPORTS = [
  /^(?:import|export)\b[^'"`;]*?\bfrom '([^']+)'/gm,
  /^import '([^']+)'/gm,
  /\bimport\(\s*'([^']+)'/g,
  /\bimport\.meta\.resolve\('([^']+)'/g,
  /\bnew URL\('([^']+)', import\.meta\.url\)/g,
];

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

/** The longest room whose folder the path lies in. */
function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** The room, or the entry point of the package, that an import leads to; undefined for Node's modules and packages. */
function target(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const file = join(dirname(path), specifier);
    // What lies outside of src/, such as package.json, belongs to no room.
    return file.startsWith('..') ? undefined : (roomOf(file) ?? 'no room');
  }
  return specifier.startsWith('mp-tutor') ? specifier : undefined;
}

test('every file stands in a room', () => {
  expect(files.map(({ path }) => path).filter((path) => roomOf(path) === undefined)).toEqual([]);
});

test('a room imports only what stands behind its arrow', () => {
  const forbidden = files.flatMap(({ path, text }) => {
    const room = roomOf(path) ?? 'no room';
    const allowed = ROOMS[room] ?? [];
    const rule = `but ${room} may import ${allowed.join(', ') || 'nothing'}`;
    return IMPORTS.flatMap((pattern) => Array.from(text.matchAll(pattern), ([, specifier = '']) => specifier))
      .filter((specifier) => ![undefined, room, ...allowed].includes(target(path, specifier)))
      .map((specifier) => `src/${path} imports '${specifier}', ${rule}`);
  });
  expect(forbidden).toEqual([]);
});

test('only the command line knows argv, exit codes and the standard output', () => {
  const forbidden = files
    .filter(({ path }) => !KNOWS_THE_PROCESS.some((prefix) => path.startsWith(prefix)))
    .flatMap(({ path, text }) => Array.from(
      text.matchAll(/\bprocess\.(?:argv|exit|exitCode|stdout)\b/g),
      ([use]) => `src/${path} uses ${use}, which only src/cli may`,
    ));
  expect(forbidden).toEqual([]);
});

test('every file can be read in one sitting', () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines >= 300)
    .map(({ path, lines }) => `src/${path} has ${lines} lines; below 300 is the rule`);
  expect(long).toEqual([]);
});
