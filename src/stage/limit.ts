import { PausableTimer } from './pausable-timer.js';

/** How long nothing must happen for a program to be called hung, in milliseconds. */
const QUIET_MS = 1000;
/**
 * A process that waits may still wake now and then: a lock re-checks every 20 ms, which took 5 ms of CPU in a second on
 * a quiet machine and up to 20 on a busy one, and `/proc` counts in steps of 10 ms. Three steps are nothing.
 */
const IDLE_CPU_SECONDS = 0.035;

/** What a program has done so far. */
export interface Activity {
  /** By PID, of every process that was seen. */
  readonly cpuSeconds: ReadonlyMap<number, number>;
  /** How many events it has written and lines it has printed. */
  readonly events: number;
}

/** Whether nothing happened between two moments: no event, no new process, no CPU gained by any. */
export function isQuiet(before: Activity, after: Activity): boolean {
  return before.events === after.events && [...after.cpuSeconds].every(([pid, cpuSeconds]) => (
    cpuSeconds - (before.cpuSeconds.get(pid) ?? Number.NEGATIVE_INFINITY) <= IDLE_CPU_SECONDS
  ));
}

/**
 * Calls `reached` at the limit and says whether the program was quiet during the last second; pauses do not count. What
 * could not be measured was not quiet.
 */
export class Limit {
  readonly #timers: readonly PausableTimer[];

  constructor(limitMs: number, measure: () => Promise<Activity>, reached: (hung: boolean) => void) {
    let before: Promise<Activity> | undefined;
    const remember = (): void => {
      before = measure();
      // Whoever awaits it is told.
      before.catch(() => undefined);
    };
    const wasQuiet = async (): Promise<boolean> => {
      const after = await measure();
      return before !== undefined && isQuiet(await before, after);
    };
    this.#timers = [
      ...(limitMs >= QUIET_MS ? [new PausableTimer(limitMs - QUIET_MS, remember)] : []),
      new PausableTimer(limitMs, () => void wasQuiet().catch(() => false).then(reached)),
    ];
  }

  pause(): void {
    this.#timers.forEach((timer) => timer.pause());
  }

  resume(): void {
    this.#timers.forEach((timer) => timer.resume());
  }

  cancel(): void {
    this.#timers.forEach((timer) => timer.cancel());
  }
}
