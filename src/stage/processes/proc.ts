import { readdirSync, readFileSync } from 'node:fs';
import { TRACE_VARIABLE } from '../../trace/event.js';
import { codeOf } from '../errors.js';
import { stateOf } from './state.js';
import type { ProcessRow, ProcessTable } from './table.js';
import { readUnits, type Units } from './units.js';

/** A process with the session that it belongs to: a child cannot leave a session but by making its own. */
export interface StatRow extends ProcessRow {
  readonly session: number;
}

/** Errors that tell that a process is somebody else's. */
const HIDDEN: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);
/** Errors that tell of us and not of the process that was to be read. */
const SHORTAGES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOMEM']);

/** Reads `/proc`. Only new processes and those of the program are read, so that a sample costs well below 1 ms. */
export class ProcTable implements ProcessTable {
  readonly intervalMs = 100;
  readonly #session: number;
  readonly #mark: string;
  readonly #units = readUnits();
  #foreign: ReadonlySet<number> = new Set();

  constructor(leader: number, traceFile: string) {
    this.#session = leader;
    this.#mark = `${TRACE_VARIABLE}=${traceFile}`;
  }

  async list(): Promise<readonly ProcessRow[] | undefined> {
    try {
      return this.#list();
    } catch {
      return undefined;
    }
  }

  find(pid: number): ProcessRow | undefined {
    try {
      const row = this.#read(pid);
      return row && this.#whose(row) === 'ours' ? row : undefined;
    } catch {
      return undefined;
    }
  }

  hasLeft(pid: number): boolean {
    return this.#foreign.has(pid);
  }

  #list(): ProcessRow[] {
    const rows: ProcessRow[] = [];
    const foreign = new Set<number>();
    for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
      const row = this.#foreign.has(pid) ? undefined : this.#read(pid);
      const whose = row ? this.#whose(row) : undefined;
      if (row && whose === 'ours') {
        rows.push(row);
      } else if (whose === 'foreign' || this.#foreign.has(pid)) {
        foreign.add(pid);
      }
    }
    this.#foreign = foreign;
    return rows;
  }

  /** One that ends, or is in the midst of execve(2), has no environment: then it is not known whose it is. */
  #whose({ pid, session }: StatRow): 'ours' | 'foreign' | 'unknown' {
    if (session === this.#session) {
      return 'ours';
    }
    // Processes of the kernel have no session, nor an environment.
    const environment = session === 0 ? 'none' : environmentOf(pid);
    return environment === '' ? 'unknown' : environment.split('\0').includes(this.#mark) ? 'ours' : 'foreign';
  }

  /** Undefined for one that has ended or is hidden from us. @throws when we are short of what reading takes */
  #read(pid: number): StatRow | undefined {
    try {
      return parseStat(readFileSync(`/proc/${pid}/stat`, 'latin1'), this.#units);
    } catch (error) {
      if (SHORTAGES.has(codeOf(error))) {
        throw error;
      }
      return undefined;
    }
  }
}

/** Empty when there is none to be read at this moment; something else for a process that is somebody else's. */
function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch (error) {
    return HIDDEN.has(codeOf(error)) ? 'hidden' : '';
  }
}

/**
 * The fields of proc_pid_stat(5), of which the second, the name in brackets, may contain anything.
 *
 * CPU is utime + stime: in ticks of 10 ms, but of all threads. `/proc/PID/schedstat` counts nanoseconds, of the main
 * thread only; a sum over a Node process's 11 threads would cost 11 more files a sample.
 */
export function parseStat(text: string, units: Units): StatRow {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const number = (index: number): number => Number(fields[index - 3]);
  return {
    pid: Number.parseInt(text, 10),
    parent: number(4),
    session: number(6),
    state: stateOf(fields[0]),
    threads: number(20),
    cpuSeconds: (number(14) + number(15)) / units.ticksPerSecond,
    memoryBytes: number(24) * units.pageBytes,
  };
}
