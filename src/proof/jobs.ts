import type { ProofRun } from '../course/index.js';
import type { Facts } from '../trace/facts.js';
import type { Room } from './room.js';
import type { Sample } from './runs.js';
import type { Perform } from './verdict.js';

/** A run that is wanted, once; what it is kept under, and the how many-th it is there, say which. */
export interface Job {
  readonly key: string;
  readonly index: number;
  readonly run: ProofRun;
  readonly sleeps: boolean;
}

interface Running extends Job {
  readonly ending: AbortController;
  readonly over: Promise<void>;
}

/** The runs that are under way, as many as there is room for. */
export class Jobs {
  readonly #room: Room;
  readonly #perform: Perform;
  readonly #onSample: (job: Job, sample: Sample) => void;
  readonly #running = new Map<string, Running>();
  /** Those that had company while they ran. */
  readonly #accompanied = new Set<string>();
  /** Those that were cut off at their limit in company, which may have been too slow for that reason: they are done again, alone. */
  readonly #again = new Set<string>();

  /** @param onSample - is told what came of a run, unless it was ended before */
  constructor(room: Room, perform: Perform, onSample: (job: Job, sample: Sample) => void) {
    this.#room = room;
    this.#perform = perform;
    this.#onSample = onSample;
  }

  /** Starts a run if there is room and `signal` has not aborted; not one that is under way. */
  begin(job: Job, signal: AbortSignal): void {
    const id = idOf(job);
    if (signal.aborted || this.#running.has(id) || !this.#hasRoomFor(job)) {
      return;
    }
    const ending = new AbortController();
    this.#running.set(id, { ...job, ending, over: this.#attempt(job, ending.signal) });
    if (this.#running.size > 1) {
      [...this.#running.keys()].forEach((each) => this.#accompanied.add(each));
    }
    if (signal.aborted) {
      // By the run, while it was begun: nobody could end it then.
      ending.abort();
    }
  }

  /** Ends those that are not among these. */
  endExcept(jobs: ReadonlyMap<string, Job>): void {
    this.#running.forEach(({ ending }, id) => (jobs.has(id) ? undefined : ending.abort()));
  }

  /** At once if none is under way. */
  async oneIsOver(): Promise<void> {
    if (this.#running.size > 0) {
      await Promise.race([...this.#running.values()].map(({ over }) => over));
    }
  }

  async allAreOver(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ over }) => over));
  }

  #hasRoomFor(job: Job): boolean {
    const running = [...this.#running.values()];
    if (running.length > 0 && [job, ...running].some((each) => this.#again.has(idOf(each)))) {
      return false;
    }
    const isAsleep = ({ sleeps }: Job): boolean => sleeps && this.#room.sleeping > 0;
    const like = running.filter((each) => isAsleep(each) === isAsleep(job)).length;
    return like < (isAsleep(job) ? this.#room.sleeping : this.#room.working);
  }

  async #attempt(job: Job, signal: AbortSignal): Promise<void> {
    const sample = await sampleOf(job, this.#perform, signal);
    const id = idOf(job);
    this.#running.delete(id);
    if (sample && 'facts' in sample && isCutOff(sample.facts) && this.#accompanied.has(id) && !this.#again.has(id)) {
      this.#again.add(id);
    } else if (sample) {
      this.#onSample(job, sample);
    }
  }
}

/** Within its group. */
export function idOf({ key, index }: Job): string {
  return `${index} ${key}`;
}

/** Nothing when it was ended before. */
async function sampleOf({ run }: Job, perform: Perform, signal: AbortSignal): Promise<Sample | undefined> {
  try {
    return { facts: await perform(run, signal) };
  } catch (error) {
    return signal.aborted ? undefined : { error: error instanceof Error ? error.message : String(error) };
  }
}

/** It was at work when its limit came. */
export function isCutOff({ ending, hung }: Facts): boolean {
  return ending === 'limit' && hung !== true;
}
