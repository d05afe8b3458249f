import type { ProcessState } from '../../trace/outcome.js';
import { ProcTable } from './proc.js';
import { PsTable } from './ps.js';

/** One process at one moment, as the operating system shows it. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly state: ProcessState;
  /** Undefined where the OS does not say. */
  readonly threads: number | undefined;
  /** What all its threads have used since its start. */
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
}

/**
 * The processes of one program: those of its session and, on Linux, those that have left it but have the name of its
 * trace in their environment. Whoever has ended in the meantime is missing; nothing here throws.
 */
export interface ProcessTable {
  /** How often it is cheap enough to list them. */
  readonly intervalMs: number;
  /** Undefined when the OS could not be asked, which is not to be taken for nobody. */
  list(): Promise<readonly ProcessRow[] | undefined>;
  /** The process, if it belongs to the program at this moment. */
  find(pid: number): ProcessRow | undefined;
  /** Whether `list` last saw the process, but no longer in the program: such as a reaper's shell at its start. */
  hasLeft(pid: number): boolean;
}

/**
 * The processes of the program that writes this trace and whose first process, the leader of its own session and group,
 * is `leader`.
 */
export function openProcessTable(leader: number, traceFile: string): ProcessTable {
  return process.platform === 'linux' ? new ProcTable(leader, traceFile) : new PsTable(leader);
}
