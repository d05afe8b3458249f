/** How long a call waits that has to wait for other processes. */
export interface WaitOptions {
  /** How long to wait, in milliseconds; for ever by default. */
  readonly timeout?: number;
}

/** The longest that a timer of Node's waits, 24.8 days; it takes a longer time for 1 ms. */
const LONGEST_MS = 2 ** 31 - 1;

/** Calls back after `timeout` milliseconds; never when there is no limit, or one beyond what a timer can count. */
export function startLimit(timeout: number | undefined, callback: () => void): NodeJS.Timeout | undefined {
  return timeout === undefined || timeout > LONGEST_MS ? undefined : setTimeout(callback, timeout);
}
