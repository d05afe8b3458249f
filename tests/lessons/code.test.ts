import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { toString } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { known } from '../../src/cli/known.js';
import { claimsOf } from '../../src/course/index.js';
import { readCourse } from '../../src/course/read.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lessons = join(root, 'lessons');
const LIMIT_MS = 20_000;
/** Not ours, in which a variable such as PYTHONUNBUFFERED would change what is printed. */
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8' };
/** Long enough for a program that ends to have ended. */
const HANGS_MS = 4000;

interface Fence {
  readonly name: string;
  readonly language: string;
  readonly words: readonly string[];
  readonly code: string;
}

interface Ended {
  /** `null` when it was still running at the limit. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const RUNTIMES: Readonly<Record<string, { readonly command: string; readonly extension: string }>> = {
  python: { command: 'python3', extension: '.py' },
  js: { command: process.execPath, extension: '.mjs' },
};
const hasPython = spawnSync('python3', ['--version']).status === 0;

const course = await readCourse(lessons, known);

/** The programs of the questions that ask what they print, and what is the right choice. */
const asked = course.lessons
  .flatMap(({ questions }) => questions)
  .flatMap((question) => (question.kind === 'output' ? [question] : []))
  .map((question) => {
    const fence = question.text.find((block) => block.type === 'code');
    const right = question.choices.find((choice) => choice.right);
    return { id: question.id, language: fence?.lang ?? '', code: fence?.value ?? '', key: toString(right?.text ?? []) };
  });

/** Of all lessons, the fences whose programs run alone, but for those of such questions. */
const programs = readdirSync(lessons)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => fencesOf(readFileSync(join(lessons, name), 'utf8'), name))
  .filter(({ language, words }) => language in RUNTIMES && !words.includes('part'))
  .filter(({ code }) => asked.every((question) => question.code.trim() !== code.trim()));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mp-tutor-lessons-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/mp-tutor'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(hasPython)('the Python programs of the lessons', () => {
  describeAll(programs.filter(({ language }) => language === 'python'));
});

describe('the JavaScript programs of the lessons', () => {
  describeAll(programs.filter(({ language }) => language === 'js'));
});

describe('what a program prints is the key of its question', () => {
  test('there are such questions', () => expect(asked.length).toBeGreaterThan(3));
  test.concurrent.each(asked.filter(({ language }) => language !== 'python' || hasPython))('$id', async ({ id, language, code, key }) => {
    const { stdout, stderr } = await run({ name: id, language, words: [], code }, LIMIT_MS);
    expect(stderr).toBe('');
    expect(oneLine(stdout)).toBe(oneLine(key));
  });
});

// The programs of proofs and exercises are run by `check --prove`, and what they show is asserted there.
test('every program beside the lessons is run by a lesson, a proof or an exercise', () => {
  const proofs = claimsOf(course).map(({ proof }) => proof);
  const calls = [
    ...course.lessons.flatMap((lesson) => lesson.run?.call ?? []),
    ...proofs.flatMap(({ runs, contrasts, asserts }) => [...runs, ...contrasts, ...(asserts.kind === 'ratio' ? [asserts.to] : [])]).map(({ call }) => call),
  ];
  const exercises = course.lessons.flatMap(({ exercise }) => Object.values(exercise?.programs ?? {}));
  const used = new Set([
    ...calls.flatMap((call) => (call.kind === 'program' ? [call.file] : [])),
    ...exercises.flatMap(({ program, solution, wrong }) => [program, solution, ...wrong]),
  ]);
  expect([...programsIn('programs'), ...programsIn('exercises')].filter((file) => !used.has(file))).toEqual([]);
});

/** All programs in a folder of the lessons and below; none if it is not there. */
function programsIn(name: string): string[] {
  const within = join(lessons, name);
  const files = existsSync(within) ? readdirSync(within, { recursive: true, encoding: 'utf8' }) : [];
  return files.filter((file) => /\.(?:py|[mc]?js)$/.test(file)).map((file) => join(within, file));
}

function describeAll(fences: readonly Fence[]): void {
  test.concurrent.each(fences)('$name', async (fence) => {
    const hangs = fence.words.includes('hangs');
    const expected = hangs ? 'hangs' : fence.words.includes('fails') ? 'fails' : 'ends well';
    expect(describeEnd(await run(fence, hangs ? HANGS_MS : LIMIT_MS))).toBe(expected);
  });
}

function describeEnd({ code, stderr }: Ended): string {
  if (code === null) {
    return 'hangs';
  }
  return code === 0 ? stderr || 'ends well' : 'fails';
}

/** Runs a program in a session of its own, and ends all of it. */
async function run({ name, language, code }: Fence, limitMs: number): Promise<Ended> {
  const { command, extension } = RUNTIMES[language] ?? { command: 'false', extension: '' };
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}${extension}`);
  writeFileSync(file, code);
  const child = spawn(command, [file], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  const group = child.pid ?? 0;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    killGroup(group);
  }, limitMs);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  clearTimeout(timer);
  killGroup(group);
  return { code: isLate ? null : exitCode, stdout, stderr };
}

function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

function fencesOf(markdown: string, file: string): Fence[] {
  return Array.from(markdown.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```$/gm), ({ 1: language = '', 2: words = '', 3: code = '', index }) => ({
    name: `${file}:${markdown.slice(0, index).split('\n').length} ${language}`,
    language,
    words: words.trim().split(/\s+/),
    code,
  }));
}

function oneLine(printed: string): string {
  return printed.replaceAll(/\s+/g, ' ').trim();
}
