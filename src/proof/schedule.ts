import type { Claim } from '../course/index.js';
import { Book } from './book.js';
import { evidenceOf, judge } from './judge.js';
import { idOf, type Job, Jobs } from './jobs.js';
import { type Group, isSleeper, slotKey } from './plan.js';
import { ALONE, type Room } from './room.js';
import { partsOf } from './runs.js';
import type { Evidence, Perform, Verdict } from './verdict.js';

/** With what, and whom to tell. */
export interface Scheduling {
  readonly perform: Perform;
  readonly room: Room;
  /** Ends the runs; claims that are not decided then are unfinished. */
  readonly signal: AbortSignal;
  readonly onEvidence: (evidence: Evidence, claim: Claim) => void;
  /** Nothing more is begun before it resolves. */
  readonly onVerdicts: (verdicts: readonly Verdict[]) => Promise<void> | void;
}

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
    while (open.size > 0 && !on.signal.aborted) {
      const { jobs, decided } = look(open, book);
      decided.forEach(({ claim }) => open.delete(claim));
      running.endExcept(jobs);
      await on.onVerdicts(decided);
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
  await on.onVerdicts(Array.from(open, (claim) => unfinished(claim, book)));
}

interface Look {
  /** What the open claims want, by their ids, those of the first claim first; equal runs once. */
  readonly jobs: ReadonlyMap<string, Job>;
  readonly decided: readonly Verdict[];
}

/** Decides what can be decided. What would hold waits as long as others want runs of its own: they may refute it yet. */
function look(open: ReadonlySet<Claim>, book: Book): Look {
  const jobs = new Map<string, Job>();
  const verdicts: Verdict[] = [];
  for (const claim of open) {
    const tellings = book.tellings(claim);
    const judgement = judge(claim, tellings);
    if ('status' in judgement) {
      verdicts.push({ claim, ...judgement, bound: judgement.bound, evidence: evidenceOf(claim, tellings) });
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
  const wanted = new Set(Array.from(jobs.values(), ({ key }) => key));
  return { jobs, decided: verdicts.filter((verdict) => isFinal(verdict) || !isShared(verdict, wanted)) };
}

/** Further runs change nothing. */
function isFinal({ status }: Verdict): boolean {
  return status === 'fails' || status === 'untold';
}

function isShared({ claim }: Verdict, wanted: ReadonlySet<string>): boolean {
  return partsOf(claim.proof).some(({ part, run }) => wanted.has(slotKey(claim, part, run)));
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
  return { claim, status: 'unfinished', reason: `it was ended when ${done} done`, bound: undefined, evidence };
}
