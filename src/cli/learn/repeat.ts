import type { Facts } from '../../trace/facts.js';

export interface Repeating {
  readonly times: number;
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
 * Runs the same several times, one after the other; when the time is up, the run of that moment is ended and does not count.
 * @returns whether all were done
 * @throws what `perform` throws, or the reason of the signal
 */
export async function repeat({ times, budgetMs, perform, onRun, signal }: Repeating): Promise<boolean> {
  const timeUp = new AbortController();
  const timer = setTimeout(() => timeUp.abort(), budgetMs);
  const ending = AbortSignal.any([signal, timeUp.signal]);
  try {
    for (let done = 0; done < times; done += 1) {
      ending.throwIfAborted();
      onRun(await perform(ending));
    }
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
