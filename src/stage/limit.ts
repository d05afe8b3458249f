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
 * could not be measured was not quiet. A program that is not quiet may go on for `patienceMs`, until it is: a machine
 * that is busy with others delays whoever is meant to hang, too.
 */
export class Limit {
  readonly #timers: readonly PausableTimer[];

  constructor(limitMs: number, measure: () => Promise<Activity>, reached: (hung: boolean) => void, patienceMs = 0) {
    let before: Promise<Activity> | undefined;
    const remember = (): void => {
      before = measure();
      // Whoever awaits it is told.
      before.catch(() => undefined);
    };
    const wasQuiet = async (): Promise<boolean> => {
      const earlier = before;
      remember();
      const [then, now] = await Promise.all([earlier, before]);
      return then !== undefined && now !== undefined && isQuiet(then, now);
    };
    const look = async (isLast: boolean): Promise<void> => {
      const hung = await wasQuiet().catch(() => false);
      if (hung || isLast) {
        this.cancel();
        reached(hung);
      }
    };
    const looks = Math.floor(patienceMs / QUIET_MS);
    this.#timers = [
      ...(limitMs >= QUIET_MS ? [new PausableTimer(limitMs - QUIET_MS, remember)] : []),
      ...Array.from({ length: looks + 1 }, (_, index) => (
        new PausableTimer(limitMs + index * QUIET_MS, () => void look(index === looks))
      )),
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
