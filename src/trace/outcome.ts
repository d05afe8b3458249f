import type { ProcessWait } from './waits.js';

/** What the operating system said about one process, from outside; seen over its whole life. */
export interface ProcessSummary {
  readonly pid: number;
  readonly parent: number;
  /** The state in which it was seen most often, such as `sleeping`. */
  readonly state: ProcessState;
  /** The most threads that it was seen with; undefined where the OS does not say. */
  readonly threads: number | undefined;
  readonly cpuSeconds: number;
  /** The most resident memory that it was seen with. */
  readonly memoryBytes: number;
}

export type ProcessState = 'running' | 'sleeping' | 'waiting for a disk' | 'stopped' | 'zombie' | 'unknown';

/** Why a program is no longer running. */
export type Ending = 'exited' | 'limit' | 'stopped by us';

/** How the run of a program ended. */
export interface Outcome {
  readonly ending: Ending;
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** The limit was reached and no process of the program had gained CPU for a second. */
  readonly hung: boolean;
  readonly elapsedMs: number;
  /** Lines of the trace that could not be read, such as one that SIGKILL tore. */
  readonly tornLines: number;
  readonly processes: readonly ProcessSummary[];
  /** At the limit, before anything was ended: what each process waited for. Empty elsewhere, and where the OS is not Linux. */
  readonly waits: readonly ProcessWait[];
}
