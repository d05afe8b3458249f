import type { Claim, ProofRun } from '../course/index.js';
import { Book } from './book.js';
import { evidenceOf, judge } from './judge.js';
import { type Group, isSleeper, slotKey } from './plan.js';
import { partsOf, type Sample } from './runs.js';
import type { Evidence, Perform, Verdict } from './verdict.js';

/** How many runs there may be at a time: those that work, and besides those that are expected to hang. */
export interface Room {
  readonly working: number;
  readonly sleeping: number;
}

export interface Scheduling {
  readonly perform: Perform;
  readonly room: Room;
  /** Ends the runs; claims that are not decided then are unfinished. */
  readonly signal: AbortSignal;
  readonly onEvidence: (evidence: Evidence, claim: Claim) => void;
  readonly onVerdict: (verdict: Verdict) => void;
}

const ALONE: Room = { working: 1, sleeping: 0 };

/** A run that is wanted, once; what it is kept under, and the how many-th it is there, say which. */
interface Job {
  readonly key: string;
  readonly index: number;
  readonly run: ProofRun;
  readonly sleeps: boolean;
}

interface Running extends Job {
  readonly ending: AbortController;
  readonly over: Promise<void>;
}

/**
 * Does what the claims of a group want until each is decided or `signal` aborts. A run that nobody wants any longer is
 * ended. Nothing runs any more when it returns.
 */
export async function schedule({ claims, isAlone }: Group, on: Scheduling): Promise<void> {
  const room = isAlone ? ALONE : on.room;
  const book = new Book();
  const open = new Set(claims);
  const running = new Map<string, Running>();
  const enter = (job: Job, sample: Sample | undefined): void => {
    running.delete(idOf(job));
    if (sample) {
      book.enter(job.key, job.index, sample);
      tellEvidence(job, open, book, on.onEvidence);
    }
  };
  const endAll = (): void => running.forEach(({ ending }) => ending.abort());
  on.signal.addEventListener('abort', endAll);
  try {
    for (let jobs = wanted(open, book, on.onVerdict); jobs.size > 0 && !on.signal.aborted; jobs = wanted(open, book, on.onVerdict)) {
      running.forEach(({ ending }, id) => (jobs.has(id) ? undefined : ending.abort()));
      for (const [id, job] of jobs) {
        if (!on.signal.aborted && !running.has(id) && fits(job, running, room)) {
          running.set(id, begin(job, on.perform, enter));
        }
      }
      if (on.signal.aborted) {
        // By a run, while it was begun: nobody could end it then.
        endAll();
      }
      await Promise.race([...running.values()].map(({ over }) => over));
    }
  } finally {
    on.signal.removeEventListener('abort', endAll);
    endAll();
    await Promise.all([...running.values()].map(({ over }) => over));
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

function fits(job: Job, running: ReadonlyMap<string, Running>, room: Room): boolean {
  const isAsleep = ({ sleeps }: Job): boolean => sleeps && room.sleeping > 0;
  const like = [...running.values()].filter((each) => isAsleep(each) === isAsleep(job)).length;
  return like < (isAsleep(job) ? room.sleeping : room.working);
}

/** Starts a run. @param end - is told what came of it; nothing when it was ended before */
function begin(job: Job, perform: Perform, end: (job: Job, sample: Sample | undefined) => void): Running {
  const ending = new AbortController();
  const attempt = async (): Promise<Sample | undefined> => {
    try {
      return { facts: await perform(job.run, ending.signal) };
    } catch (error) {
      return ending.signal.aborted ? undefined : { error: error instanceof Error ? error.message : String(error) };
    }
  };
  return { ...job, ending, over: attempt().then((sample) => end(job, sample)) };
}

/** To each claim that it is for, as a run or as a contrast. */
function tellEvidence({ key, index }: Job, open: ReadonlySet<Claim>, book: Book, onEvidence: Scheduling['onEvidence']): void {
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

function idOf({ key, index }: Job): string {
  return `${index} ${key}`;
}
