import { setTimeout as sleep } from 'node:timers/promises';
import { unwatchGroup, watchGroup } from '../reaper/reaper.js';
import { resourceTrackers } from './processes/resource-tracker.js';
import type { ProcessRow, ProcessTable } from './processes/table.js';

/** Between two looks whether anybody is left, in milliseconds. */
const LOOK_MS = 10;
/**
 * How long Python's resource trackers may take, once nobody else is left, to remove what the others have left, such as
 * named semaphores. Measured: 25 to 150 ms; a machine that is busy needs more.
 */
const TRACKERS_MS = 500;

/** All processes of a program, to be signalled together. They go with this process at the latest. */
export class ProcessGroup {
  readonly #leader: number;
  readonly #table: ProcessTable;

  constructor(leader: number, table: ProcessTable) {
    this.#leader = leader;
    this.#table = table;
    watchGroup(leader);
  }

  signal(signal: NodeJS.Signals): void {
    send(-this.#leader, signal);
  }

  /** Waits until all have ended, `limitMs` at most; false if some have not or nobody could look. */
  ended(limitMs: number): Promise<boolean> {
    return this.#ended(limitMs, async () => {});
  }

  /**
   * Ends whoever is left, also in other process groups of the session, and waits for it `limitMs` at most. Python's
   * resource trackers, which end by themselves when nobody needs them any more, are ended only when they do not.
   */
  async kill(limitMs: number): Promise<void> {
    const patience = performance.now() + Math.min(limitMs, TRACKERS_MS);
    const hasEnded = await this.#ended(limitMs, async (rows = []) => {
      const pids = rows.map(({ pid }) => pid);
      const spared = performance.now() < patience ? await resourceTrackers(pids) : new Set<number>();
      // By its number a group is signalled at once, with whoever is being born.
      if (spared.size === 0) {
        this.signal('SIGKILL');
      }
      pids.filter((pid) => !spared.has(pid)).forEach((pid) => send(pid, 'SIGKILL'));
    });
    if (hasEnded) {
      unwatchGroup(this.#leader);
    }
  }

  /** Looks again and again, and hands on whoever it finds alive; undefined when nobody could look. */
  async #ended(limitMs: number, found: (rows: readonly ProcessRow[] | undefined) => Promise<void>): Promise<boolean> {
    const end = performance.now() + limitMs;
    for (let left = await this.#living(); left?.length !== 0; left = await this.#living()) {
      await found(left);
      if (performance.now() > end) {
        return false;
      }
      await sleep(LOOK_MS);
    }
    return true;
  }

  /** A zombie is dead; in a container perhaps nobody collects it. */
  async #living(): Promise<ProcessRow[] | undefined> {
    return (await this.#table.list())?.filter(({ state }) => state !== 'zombie');
  }
}

/** Sends a signal to a process, or to a group by its negative PID; it may have ended. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Nobody is left, or nobody but zombies, for which macOS answers EPERM.
  }
}
