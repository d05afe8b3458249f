import type { Claim } from '../course/index.js';
import { Book } from './book.js';
import { evidenceOf, judge } from './judge.js';
import { idOf, type Job, Jobs, type Room } from './jobs.js';
import { type Group, isSleeper, slotKey } from './plan.js';
import { partsOf } from './runs.js';
import type { Evidence, Perform, Verdict } from './verdict.js';

/** With what, and whom to tell. */
export interface Scheduling {
  readonly perform: Perform;
  readonly room: Room;
  /** Ends the runs; claims that are not decided then are unfinished. */
  readonly signal: AbortSignal;
  readonly onEvidence: (evidence: Evidence, claim: Claim) => void;
  readonly onVerdict: (verdict: Verdict) => void;
}

const ALONE: Room = { working: 1, sleeping: 0 };

/**
 * Does what the claims of a group want until each is decided or `signal` aborts. A run that nobody wants any longer is
 * ended. Nothing runs any more when it returns.
 */
export async function schedule({ claims, isAlone }: Group, on: Scheduling): Promise<void> {
  const book = new Book();
  const open = new Set(claims);
  const running = new Jobs(isAlone ? ALONE : on.room, on.perform, ({ key, index }, sample) => {
    book.enter(key, index, sample);
    tellEvidence({ key, index }, open, book, on.onEvidence);
  });
  const endAll = (): void => running.endExcept(new Map());
  on.signal.addEventListener('abort', endAll);
  try {
    for (let jobs = wanted(open, book, on.onVerdict); jobs.size > 0 && !on.signal.aborted; jobs = wanted(open, book, on.onVerdict)) {
      running.endExcept(jobs);
      for (const job of jobs.values()) {
        running.begin(job, on.signal);
      }
      await running.oneIsOver();
    }
  } finally {
    on.signal.removeEventListener('abort', endAll);
    endAll();
    await running.allAreOver();
  }
  open.forEach((claim) => on.onVerdict(unfinished(claim, book)));
}

/** Decides what can be decided. @returns by their ids what the others want, those of the first claim first; equal runs once */
function wanted(open: Set<Claim>, book: Book, onVerdict: Scheduling['onVerdict']): Map<string, Job> {
  const jobs = new Map<string, Job>();
  for (const claim of open) {
    const tellings = book.tellings(claim);
    const judgement = judge(claim, tellings);
    if ('status' in judgement) {
      open.delete(claim);
      onVerdict({ claim, ...judgement, bound: judgement.bound, evidence: evidenceOf(claim, tellings) });
      continue;
    }
    for (const { part, run, index } of judgement.wants) {
      const key = slotKey(claim, part, run);
      const sleeps = isSleeper(claim, part) || book.hasHung(key);
      const job: Job = { key, index, run, sleeps };
      const same = jobs.get(idOf(job));
      jobs.set(idOf(job), { ...job, sleeps: sleeps || same?.sleeps === true });
    }
  }
  return jobs;
}

/** To each claim that it is for, as a run or as a contrast. */
function tellEvidence({ key, index }: Pick<Job, 'key' | 'index'>, open: ReadonlySet<Claim>, book: Book, onEvidence: Scheduling['onEvidence']): void {
  for (const claim of open) {
    for (const { part, run } of partsOf(claim.proof)) {
      const told = slotKey(claim, part, run) === key ? book.tellings(claim)(part, run)[index] : undefined;
      if (told) {
        onEvidence({ run, part, value: told.value, why: told.why, facts: told.facts }, claim);
      }
    }
  }
}

function unfinished(claim: Claim, book: Book): Verdict {
  const evidence = evidenceOf(claim, book.tellings(claim));
  const done = evidence.length === 1 ? '1 run was' : `${evidence.length} runs were`;
  return { claim, status: 'unfinished', reason: `no time was left when ${done} done`, bound: undefined, evidence };
}
