import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { bin, type Ran } from './mp-tutor.js';
import { sampleCourse, temporaryFolder } from './sample-course.js';

/** A learner with a journal of their own, in the sample course. */
export interface Learner {
  readonly course: string;
  readonly state: string;
  readonly env: Readonly<Record<string, string>>;
}

const DAY = 24 * 60 * 60 * 1000;

/** @param course - one that another learner has too */
export function learner(course = sampleCourse()): Learner {
  const state = temporaryFolder();
  return { course, state, env: { XDG_STATE_HOME: state } };
}

/** Runs mp-tutor with the learner's course; the input comes through a pipe. */
export function tutor({ course, env }: Learner, args: readonly string[], input = '', cwd = process.cwd()): Ran {
  return spawnSync(process.execPath, [bin, ...args, '--lessons', course], {
    input,
    cwd,
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], LANG: 'C.UTF-8', ...env },
  });
}

function journalOf({ state }: Learner): string {
  return join(state, 'mp-tutor', 'journal.jsonl');
}

/** Writes events into the journal that happened so many days ago. */
export function remember(who: Learner, daysAgo: number, events: readonly Readonly<Record<string, unknown>>[]): void {
  const course = `sample@${realpathSync(who.course)}`;
  const at = Date.now() - daysAgo * DAY;
  mkdirSync(join(who.state, 'mp-tutor'), { recursive: true });
  appendFileSync(journalOf(who), events.map((event, index) => `\n${JSON.stringify({ at: at + index, course, ...event })}`).join(''));
}

/** An answer to a question on threads, as an event. */
export const answered = (question: string, right: number) => ({ kind: 'answer', question, topic: 'threads', right });

/** The lines of a journal, parsed. */
export function linesOf(who: Learner): unknown[] {
  return readFileSync(journalOf(who), 'utf8').split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line));
}
