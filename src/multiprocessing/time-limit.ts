import { inspect } from 'node:util';
import { checkOptions } from './checks.js';

/** How long a call waits that has to wait for other processes. */
export interface WaitOptions {
  /** How long to wait, in milliseconds; for ever by default. */
  readonly timeout?: number;
}

/** The longest that a timer of Node's waits, 24.8 days; it takes a longer time for 1 ms. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Calls back after the `timeout`, if there is one that a timer can count.
 * @throws TypeError or RangeError for options that make no sense: whoever means to wait 50 ms must not wait for ever
 */
export function startLimit(options: WaitOptions, callback: () => void): NodeJS.Timeout | undefined {
  checkOptions(options, ['timeout']);
  const { timeout } = options;
  if (timeout === undefined) {
    return undefined;
  }
  if (typeof timeout !== 'number' || !(timeout >= 0)) {
    throw new RangeError(`timeout must be a number of milliseconds from 0, not ${inspect(timeout)}.`);
  }
  return timeout > LONGEST_MS ? undefined : setTimeout(callback, timeout);
}
