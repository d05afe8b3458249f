import type { Facts } from '../../trace/facts.js';

export interface Repeating {
  readonly times: number;
  /** How many at the same time. */
  readonly atOnce: number;
  /** For all runs together. */
  readonly budgetMs: number;
  /** Rejects once what it ran has been ended, when its signal is aborted. */
  readonly perform: (signal: AbortSignal) => Promise<Facts>;
  /** Is told of each run that was done to its end. */
  readonly onRun: (facts: Facts) => void;
  /** Ends it all. */
  readonly signal: AbortSignal;
}

/**
 * Runs the same several times; when the time is up, the runs of that moment are ended and do not count.
 * @returns whether all were done
 * @throws what `perform` throws, or the reason of the signal
 */
export async function repeat({ times, atOnce, budgetMs, perform, onRun, signal }: Repeating): Promise<boolean> {
  const timeUp = new AbortController();
  const timer = setTimeout(() => timeUp.abort(), budgetMs);
  const ending = AbortSignal.any([signal, timeUp.signal]);
  let begun = 0;
  const runOn = async (): Promise<void> => {
    while (begun < times) {
      ending.throwIfAborted();
      begun += 1;
      onRun(await perform(ending));
    }
  };
  try {
    await allSettled(Array.from({ length: Math.min(atOnce, times) }, runOn));
    return true;
  } catch (error) {
    if (timeUp.signal.aborted && !signal.aborted) {
      return false;
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for all of them, so that nothing runs on. @throws the first error there was */
async function allSettled(all: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(all)).find((each) => each.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}
