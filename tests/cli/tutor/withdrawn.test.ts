import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as tutor from '../../../src/cli/version.js';
import * as stage from '../../../src/stage/index.js';
import { claimsFor, writeDown, withdrawnNow, withdrawnQuestions } from '../../../src/cli/tutor/withdrawn.js';
import type { Claim, Course } from '../../../src/course/index.js';
import { emptyCourse, openJournal } from '../../../src/progress/index.js';
import { course, lesson, question } from '../../quiz/questions.js';
import { claim, runOf, verdict } from './show-me/claims.js';

vi.mock('../../../src/cli/version.js', { spy: true });
vi.mock('../../../src/stage/index.js', { spy: true });

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

async function refutedIn(one: Claim) {
  const journal = openJournal(join(temporaryFolder(), 'journal.jsonl'), () => 1);
  const writing = { course: courseWith(one), journal };
  await writeDown(verdict(one, 'fails', 'counterexample'), writing);
  return writing;
}

describe('a claim that a run refutes', () => {
  test('withdraws all questions that rest on it, and no others', async () => {
    const one = programClaim('/nowhere.mjs');
    const writing = await refutedIn(one);
    expect([...await withdrawnNow(writing)]).toEqual(['a', 'b']);
    expect([...await withdrawnQuestions(writing.course, emptyCourse)]).toEqual([]);
    expect(claimsFor(question('b', { claims: ['gone#claim', one.id] }), writing.course)).toEqual([one]);
  });

  test('counts again when it holds later, and only then', async () => {
    const one = programClaim('/nowhere.mjs');
    const writing = await refutedIn(one);
    await writeDown(verdict(one, 'skipped', 'its cores were busy'), writing);
    expect((await withdrawnNow(writing)).size).toBe(2);
    await writeDown(verdict(one, 'holds', 'in all runs'), writing);
    expect((await withdrawnNow(writing)).size).toBe(0);
    await writeDown(verdict(one, 'fails', 'counterexample'), writing);
    expect((await withdrawnNow(writing)).size).toBe(2);
  });

  test.each(['proves nothing', 'not seen', 'untold', 'skipped', 'unfinished'] as const)('withdraws nothing when it is %s, whatever the reason', async (status) => {
    const one = programClaim('/nowhere.mjs');
    const journal = openJournal(join(temporaryFolder(), 'journal.jsonl'), () => 1);
    await writeDown(verdict(one, status, 'whether its cores were free could not be measured'), { course: courseWith(one), journal });
    expect(existsSync(journal.file)).toBe(false);
  });

  test('is not upheld by a proof of what the claim was mended to', async () => {
    const one = programClaim('/nowhere.mjs');
    const { journal, course: before } = await refutedIn(one);
    const mended = { ...one, text: 'Something else.' };
    await writeDown(verdict(mended, 'holds', 'in all runs'), { course: courseWith(mended), journal });
    expect((await withdrawnNow({ course: before, journal })).size).toBe(2);
  });

  test('a claim that holds and was never refuted leaves no line in the journal', async () => {
    const one = programClaim('/nowhere.mjs');
    const journal = openJournal(join(temporaryFolder(), 'journal.jsonl'), () => 1);
    await writeDown(verdict(one, 'holds', 'in all runs'), { course: courseWith(one), journal });
    expect(existsSync(journal.file)).toBe(false);
  });

  test('is another one when it was mended: its questions are asked again', async () => {
    const one = programClaim('/nowhere.mjs');
    const { journal } = await refutedIn(one);
    const mended = { ...one, proof: { ...one.proof, asserts: { kind: 'always', expression: 'tasks == 2' } } as const };
    expect((await withdrawnNow({ course: courseWith(mended), journal })).size).toBe(0);
    expect((await withdrawnNow({ course: courseWith({ ...one, place: { ...one.place, line: 99 } }), journal })).size).toBe(2);
  });

  test('is another one when its program was mended', async () => {
    const file = join(temporaryFolder(), 'it.mjs');
    writeFileSync(file, 'wrong');
    const writing = await refutedIn(programClaim(file));
    expect((await withdrawnNow(writing)).size).toBe(2);
    writeFileSync(file, 'right');
    expect((await withdrawnNow(writing)).size).toBe(0);
  });

  test('is another one when a module beside its program was mended', async () => {
    const folder = temporaryFolder();
    const [file, beside] = [join(folder, 'it.mjs'), join(folder, 'helper.mjs')];
    writeFileSync(file, "import './helper.mjs';");
    writeFileSync(beside, 'wrong');
    const writing = await refutedIn(programClaim(file));
    expect((await withdrawnNow(writing)).size).toBe(2);
    writeFileSync(beside, 'right');
    expect((await withdrawnNow(writing)).size).toBe(0);
  });

  test.each(['mp-tutor', 'Python'])('is another one with another version of %s', async (of) => {
    const versions = { 'mp-tutor': '1.0.0', Python: '3.11.7' };
    vi.spyOn(tutor, 'version').mockImplementation(() => versions['mp-tutor']);
    vi.spyOn(stage, 'findPython').mockImplementation(async () => (
      { executable: '/python3', version: versions.Python, startMethods: ['spawn'], defaultStartMethod: 'spawn', gil: true }
    ));
    const run = runOf('python3 it.py');
    const one = programClaim('/nowhere.mjs');
    const call = { ...run.call, kind: 'program', runtime: 'python3', file: '/nowhere.py' } as const;
    const writing = await refutedIn({ ...one, proof: { ...one.proof, runs: [{ ...run, call }] } });
    expect((await withdrawnNow(writing)).size).toBe(2);
    Object.assign(versions, { [of]: '4.0.0' });
    expect((await withdrawnNow(writing)).size).toBe(0);
  });
});
