import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { openJournal } from '../../src/progress/index.js';

const program = fileURLToPath(new URL('fixtures/answers.mjs', import.meta.url));
/** Lines of several pages are what a kill can tear. */
const LONG = 100_000;

let base: string;
let file: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  file = join(base, 'journal.jsonl');
});
afterEach(() => rmSync(base, { recursive: true }));

const read = () => {
  const { state, damaged } = openJournal(file, Date.now).read();
  return { questions: [...(state.courses.get('c')?.questions.keys() ?? [])], damaged };
};

function start(...args: readonly (string | number)[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [program, file, ...args.map(String)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Kills it in the middle of a write after it has told of so many answers; gives all that it told of. */
async function killAfter(child: ChildProcessWithoutNullStreams, count: number): Promise<string[]> {
  const told: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    told.push(`q${line}`);
    if (told.length === count) {
      untilItGrows();
      child.kill('SIGKILL');
    }
  }
  return told;
}

/** Returns without giving way to anything else, so that the write has hardly begun. */
function untilItGrows(): void {
  const { size } = statSync(file);
  const end = Date.now() + 1000;
  let hasGrown = false;
  while (!hasGrown && Date.now() < end) {
    hasGrown = statSync(file).size > size;
  }
}

it('has all that was appended before a kill -9, and at most one damaged line for each', async () => {
  const expected: string[] = [];
  for (let kills = 1; kills <= 8; kills += 1) {
    const told = await killAfter(start(kills * 1e6, Infinity, LONG), 1 + Math.floor(Math.random() * 20));
    expected.push(...told);
    const { questions, damaged } = read();
    expect(questions).toEqual(expect.arrayContaining(expected));
    // One more may have been appended, but not told of.
    expect(questions.length).toBeLessThanOrEqual(expected.length + kills);
    expect(damaged.length).toBeLessThanOrEqual(kills);
  }
});

it('loses nothing to two tutors that write at once', async () => {
  const tutors = [start(0, 1500, 10, '--wait'), start(1500, 3000, 10, '--wait')];
  await Promise.all(tutors.map(({ stdout }) => once(stdout, 'data')));
  for (const { stdin, stdout } of tutors) {
    stdout.resume();
    stdin.end('\n');
  }
  await Promise.all(tutors.map((tutor) => once(tutor, 'close')));
  const { questions, damaged } = read();
  expect(damaged).toEqual([]);
  expect(new Set(questions).size).toBe(3000);
});

/** Answers 50 questions, at most 10 s long; gives what it tells last. In `setup`, for the shell, `$3` is the file. */
function answerFifty(setup = ':'): unknown {
  const args = ['-c', `${setup}; exec "$@"`, 'sh', process.execPath, program, file, '0', '50', '1'];
  const { stdout } = spawnSync('sh', args, { encoding: 'utf8', timeout: 10_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const notKept = (reason: string): string => `Progress is not kept: ${file} cannot be written (${reason}).`;

it('goes on in memory with a named pipe in the place of the file, and waits for nobody', () => {
  expect(answerFifty('mkfifo "$3"')).toEqual({ trouble: notKept('no such device or address'), known: 50 });
});

it('goes on in memory with an endless device in the place of the file, and does not read it', (context) => {
  context.skip(!existsSync('/dev/full'), 'there is no /dev/full here');
  symlinkSync('/dev/full', file);
  expect(answerFifty()).toEqual({ trouble: notKept('no space left on device'), known: 50 });
});

it('keeps what fits where only a part of an entry can be written', () => {
  // At the limit a write is cut short, and the next one fails.
  expect(answerFifty('ulimit -f 1')).toEqual({ trouble: notKept('file too large'), known: 50 });
  const { questions, damaged } = read();
  expect(questions.length).toBeGreaterThan(1);
  expect(questions).toEqual(Array.from({ length: questions.length }, (_, index) => `q${index}`));
  expect(damaged.length).toBe(1);
});
