import { spawnSync } from 'node:child_process';
import {
  chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Journal, openJournal } from '../../src/progress/index.js';

const answer = (question: string) => ({ kind: 'answer', course: 'c', question, topic: 't', right: 1 }) as const;

function questionsOf(journal: Journal): string[] {
  return [...(journal.read().state.courses.get('c')?.questions.keys() ?? [])];
}

const user = process.geteuid?.();
let base: string;
let file: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  file = join(base, 'state', 'mp-tutor', 'journal.jsonl');
});
afterEach(() => {
  if (user !== undefined) {
    process.seteuid?.(user);
  }
  spawnSync('umount', [join(base, 'mounted')]);
  rmSync(base, { recursive: true });
});

const open = (at = file): Journal => openJournal(at, () => 7);

/** Puts something else where the journal should be. */
function inItsPlace(make: (file: string) => unknown): void {
  mkdirSync(join(file, '..'), { recursive: true });
  make(file);
}

it('makes nothing until something is appended', () => {
  const journal = open();
  expect(journal.read()).toMatchObject({ damaged: [], state: { aim: undefined } });
  expect(journal.trouble).toBeUndefined();
  expect(existsSync(join(base, 'state'))).toBe(false);
});

it('makes its folder and its file for nobody but their owner', () => {
  open().append(answer('q'));
  const mode = (path: string): number => statSync(path).mode & 0o777;
  expect([file, join(file, '..'), join(base, 'state')].map(mode)).toEqual([0o600, 0o700, 0o700]);
});

it('has each entry in the file as soon as append returns', () => {
  const journal = open();
  journal.append(answer('q'));
  expect(readFileSync(file, 'utf8')).toBe(
    '\n{"at":7,"kind":"answer","course":"c","question":"q","topic":"t","right":1}',
  );
  journal.append({ kind: 'guess', course: 'c', question: 'q' });
  expect(open().read().state).toEqual(journal.read().state);
});

it('only ever appends: what is damaged stays, and is named each time', () => {
  inItsPlace(() => writeFileSync(file, '{"torn":'));
  const journal = open();
  journal.append(answer('q'));
  expect(journal.read().damaged).toEqual([{ line: 1, text: '{"torn":' }]);
  expect(readFileSync(file, 'utf8')).toMatch(/^\{"torn":\n\{"at":7/);
  expect(questionsOf(journal)).toEqual(['q']);
});

it('sees what another tutor has appended meanwhile', () => {
  const [one, other] = [open(), open()];
  one.append(answer('1'));
  other.append(answer('2'));
  one.append(answer('3'));
  expect(questionsOf(one)).toEqual(['1', '2', '3']);
  expect(questionsOf(other)).toEqual(['1', '2', '3']);
});

it('still knows what this session did when the file is removed', () => {
  const journal = open();
  journal.append(answer('1'));
  rmSync(file);
  expect(questionsOf(journal)).toEqual(['1']);
});

describe('never throws, says in one sentence that progress is not kept, and goes on in memory,', () => {
  const answerTwice = (journal: Journal): unknown => {
    journal.append(answer('1'));
    journal.append(answer('2'));
    return { trouble: journal.trouble, questions: questionsOf(journal) };
  };
  const goesOn = (reason: string, at = file): unknown => (
    { trouble: `Progress is not kept: ${at} cannot be written (${reason}).`, questions: ['1', '2'] }
  );

  it('with a file in the place of the folder', () => {
    writeFileSync(join(base, 'state'), '');
    expect(answerTwice(open())).toEqual(goesOn('not a directory'));
  });

  it('with a folder in its place', () => {
    inItsPlace((path) => mkdirSync(path));
    expect(answerTwice(open())).toEqual(goesOn('illegal operation on a directory'));
  });

  it('in a folder that may not be written', () => {
    chmodSync(base, 0o500);
    if (user === 0) {
      // Root may write everywhere, so somebody else has to try.
      process.seteuid?.(65_534);
    }
    expect(answerTwice(open())).toEqual(goesOn('permission denied'));
  });

  it('without a home, rather than write into the current folder', () => {
    const relative = '.local/state/mp-tutor/journal.jsonl';
    const reason = 'its path is not absolute, as happens where HOME is not set';
    expect(answerTwice(open(relative))).toEqual(goesOn(reason, relative));
    expect(existsSync('.local')).toBe(false);
  });
});

it('says that earlier progress is not known where it cannot be read, until it can', () => {
  inItsPlace((path) => mkdirSync(path));
  const journal = open();
  expect(journal.read().damaged).toEqual([]);
  expect(journal.trouble).toBe(`Earlier progress is not known: ${file} cannot be read (not a regular file).`);
  rmSync(file, { recursive: true });
  journal.read();
  expect(journal.trouble).toBeUndefined();
});

it('writes what could not be written together with the next entry that can', () => {
  inItsPlace((path) => mkdirSync(path));
  const journal = open();
  journal.append(answer('1'));
  journal.append(answer('2'));
  rmSync(file, { recursive: true });
  journal.append(answer('3'));
  expect(journal.trouble).toBeUndefined();
  expect(questionsOf(open())).toEqual(['1', '2', '3']);
});

it('loses only the entry that found no room, and not even that when there is room again', (context) => {
  const folder = join(base, 'mounted');
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder]);
  context.skip(status !== 0, 'mounting is not permitted here');
  const journal = open(join(folder, 'journal.jsonl'));
  const numbers = Array.from({ length: 200 }, (_, index) => String(index));
  numbers.slice(0, -1).forEach((number) => journal.append(answer(number)));
  expect(journal.trouble).toContain('no space left on device');
  expect(questionsOf(journal)).toEqual(numbers.slice(0, -1));
  expect(open(journal.file).read().damaged.length).toBeLessThanOrEqual(1);

  expect(spawnSync('mount', ['-o', 'remount,size=64k', folder]).status).toBe(0);
  journal.append(answer('199'));
  expect(journal.trouble).toBeUndefined();
  expect(questionsOf(open(journal.file))).toEqual(numbers);
  expect(journal.read().damaged.length).toBeLessThanOrEqual(1);
});

it('reads 100,000 answers to one question in time', { timeout: 5000 }, () => {
  inItsPlace((path) => writeFileSync(path, `\n${JSON.stringify({ at: 1, ...answer('q') })}`.repeat(100_000)));
  expect(open().read().state.courses.get('c')?.questions.get('q')?.answers.length).toBe(100_000);
});
