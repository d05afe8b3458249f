import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { claimsFor, writeDown, withdrawnNow, withdrawnQuestions } from '../../../src/cli/tutor/withdrawn.js';
import type { Claim, Course } from '../../../src/course/index.js';
import { emptyCourse, openJournal } from '../../../src/progress/index.js';
import { course, lesson, question } from '../../quiz/questions.js';
import { claim, runOf, verdict } from './show-me/claims.js';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function programClaim(file: string, more: Partial<Claim> = {}): Claim {
  const run = runOf('node it.mjs');
  return { ...claim({ kind: 'always', expression: 'tasks == 1' }, { runs: [{ ...run, call: { ...run.call, kind: 'program', runtime: 'node', file } }] }), ...more };
}

/** Two questions rest on the claim, one on none, and one on a claim that the course has not got. */
function courseWith(one: Claim): Course {
  const questions = [
    question('a', { claims: [one.id] }), question('b', { claims: ['gone#claim', one.id] }), question('c'), question('d', { claims: ['gone#claim'] }),
  ];
  return course([], [{ ...lesson('lesson', 'topic', []), questions, claims: [one] }]);
}

function refutedIn(one: Claim) {
  const journal = openJournal(join(temporaryFolder(), 'journal.jsonl'), () => 1);
  const writing = { course: courseWith(one), journal };
  writeDown(verdict(one, 'fails', 'counterexample'), writing);
  return writing;
}

describe('a claim that a run refutes', () => {
  test('withdraws all questions that rest on it, and no others', () => {
    const one = programClaim('/nowhere.mjs');
    const writing = refutedIn(one);
    expect([...withdrawnNow(writing)]).toEqual(['a', 'b']);
    expect([...withdrawnQuestions(writing.course, emptyCourse)]).toEqual([]);
    expect(claimsFor(question('b', { claims: ['gone#claim', one.id] }), writing.course)).toEqual([one]);
  });

  test('counts again when it holds later, and only then', () => {
    const one = programClaim('/nowhere.mjs');
    const writing = refutedIn(one);
    writeDown(verdict(one, 'skipped', 'its cores were busy'), writing);
    expect(withdrawnNow(writing).size).toBe(2);
    writeDown(verdict(one, 'holds', 'in all runs'), writing);
    expect(withdrawnNow(writing).size).toBe(0);
    writeDown(verdict(one, 'fails', 'counterexample'), writing);
    expect(withdrawnNow(writing).size).toBe(2);
  });

  test('is not upheld by a proof of what the claim was mended to', () => {
    const one = programClaim('/nowhere.mjs');
    const { journal, course: before } = refutedIn(one);
    const mended = { ...one, text: 'Something else.' };
    writeDown(verdict(mended, 'holds', 'in all runs'), { course: courseWith(mended), journal });
    expect(withdrawnNow({ course: before, journal }).size).toBe(2);
  });

  test('a claim that holds and was never refuted leaves no line in the journal', () => {
    const one = programClaim('/nowhere.mjs');
    const journal = openJournal(join(temporaryFolder(), 'journal.jsonl'), () => 1);
    writeDown(verdict(one, 'holds', 'in all runs'), { course: courseWith(one), journal });
    expect(existsSync(journal.file)).toBe(false);
  });

  test('is another one when it was mended: its questions are asked again', () => {
    const one = programClaim('/nowhere.mjs');
    const { journal } = refutedIn(one);
    const mended = { ...one, proof: { ...one.proof, asserts: { kind: 'always', expression: 'tasks == 2' } } as const };
    expect(withdrawnNow({ course: courseWith(mended), journal }).size).toBe(0);
    expect(withdrawnNow({ course: courseWith({ ...one, place: { ...one.place, line: 99 } }), journal }).size).toBe(2);
  });

  test('is another one when its program was mended', () => {
    const file = join(temporaryFolder(), 'it.mjs');
    writeFileSync(file, 'wrong');
    const writing = refutedIn(programClaim(file));
    expect(withdrawnNow(writing).size).toBe(2);
    writeFileSync(file, 'right');
    expect(withdrawnNow(writing).size).toBe(0);
  });
});
