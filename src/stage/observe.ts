import type { ProcessState, ProcessSummary } from '../trace/outcome.js';
import type { ProcessRow, ProcessTable } from './processes/table.js';

/** What was seen of one process so far. */
interface Observation {
  readonly latest: ProcessRow;
  /** The parent that it was first seen with: when that ends, it gets another. */
  readonly parent: number;
  readonly threads: number | undefined;
  readonly memoryBytes: number;
  readonly states: ReadonlyMap<ProcessState, number>;
}

/** Looks at the processes of a program again and again, and remembers. */
export class Observer {
  readonly #table: ProcessTable;
  readonly #seen = new Map<number, Observation>();
  readonly #interval: NodeJS.Timeout;
  #sampling: Promise<void> | undefined;

  constructor(table: ProcessTable) {
    this.#table = table;
    this.#interval = setInterval(() => void this.sample(), table.intervalMs);
    void this.sample();
  }

  /** Looks once more; resolves when that is done. Calls during a look share it. */
  sample(): Promise<void> {
    this.#sampling ??= this.#sample().finally(() => {
      this.#sampling = undefined;
    });
    return this.#sampling;
  }

  stop(): void {
    clearInterval(this.#interval);
  }

  hasSeen(pid: number): boolean {
    return this.#seen.has(pid);
  }

  /** CPU seconds by PID, of every process that was seen. */
  cpuSeconds(): ReadonlyMap<number, number> {
    return new Map(Array.from(this.#seen, ([pid, { latest }]) => [pid, latest.cpuSeconds]));
  }

  /** By order of appearance. */
  summaries(): ProcessSummary[] {
    return Array.from(this.#seen.values(), summarise);
  }

  async #sample(): Promise<void> {
    for (const row of (await this.#table.list()) ?? []) {
      this.#seen.set(row.pid, observe(this.#seen.get(row.pid), row));
    }
    for (const pid of this.#seen.keys()) {
      if (this.#table.hasLeft(pid)) {
        this.#seen.delete(pid);
      }
    }
  }
}

function observe(before: Observation | undefined, row: ProcessRow): Observation {
  const states = new Map(before?.states);
  states.set(row.state, (states.get(row.state) ?? 0) + 1);
  return {
    latest: row,
    parent: before?.parent ?? row.parent,
    threads: row.threads === undefined ? undefined : Math.max(row.threads, before?.threads ?? 0),
    memoryBytes: Math.max(row.memoryBytes, before?.memoryBytes ?? 0),
    states,
  };
}

function summarise({ latest, parent, threads, memoryBytes, states }: Observation): ProcessSummary {
  const [[state] = [latest.state]] = [...states].toSorted(([, a], [, b]) => b - a);
  return { pid: latest.pid, parent, state, threads, cpuSeconds: latest.cpuSeconds, memoryBytes };
}
