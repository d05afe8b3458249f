import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { stateOf } from './state.js';
import type { ProcessRow, ProcessTable } from './table.js';

/** A process with its group: macOS's `ps` does not tell sessions. */
export interface PsRow extends ProcessRow {
  readonly group: number;
}

const COLUMNS = 'pid=,ppid=,pgid=,stat=,time=,rss=';
const OPTIONS = { encoding: 'utf8', timeout: 2000, env: { PATH: process.env['PATH'], LC_ALL: 'C' } } as const;

const execute = promisify(execFile);

/** Asks `ps`, which costs about 14 ms each time. */
export class PsTable implements ProcessTable {
  readonly intervalMs = 300;
  readonly #group: number;
  #foreign: ReadonlySet<number> = new Set();

  constructor(leader: number) {
    this.#group = leader;
  }

  async list(): Promise<readonly ProcessRow[] | undefined> {
    try {
      const { stdout } = await execute('ps', ['-A', '-o', COLUMNS], OPTIONS);
      const rows = parsePs(stdout);
      this.#foreign = new Set(rows.filter(({ group }) => group !== this.#group).map(({ pid }) => pid));
      return rows.filter(({ group }) => group === this.#group);
    } catch {
      return undefined;
    }
  }

  find(pid: number): ProcessRow | undefined {
    try {
      const [row] = parsePs(execFileSync('ps', ['-o', COLUMNS, '-p', String(pid)], { ...OPTIONS, stdio: 'pipe' }));
      return row?.group === this.#group ? row : undefined;
    } catch {
      return undefined;
    }
  }

  hasLeft(pid: number): boolean {
    return this.#foreign.has(pid);
  }
}

/** Lines of `ps -o pid=,ppid=,pgid=,stat=,time=,rss=`, as macOS, the BSDs and Linux write them. */
export function parsePs(text: string): PsRow[] {
  const lines = text.matchAll(/^ *(\d+) +(\d+) +(\d+) +(\S)\S* +([\d:.-]+) +(\d+) *$/gm);
  return Array.from(lines, ([, pid, parent, group, letter, time = '', kibibytes]) => ({
    pid: Number(pid),
    parent: Number(parent),
    group: Number(group),
    state: stateOf(letter),
    threads: undefined,
    cpuSeconds: parseTime(time),
    memoryBytes: Number(kibibytes) * 1024,
  }));
}

/** `[[days-]hours:]minutes:seconds[.hundredths]` */
function parseTime(text: string): number {
  const [clock = '', days = '0'] = text.split('-').toReversed();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}
