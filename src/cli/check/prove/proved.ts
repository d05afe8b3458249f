import type { Machine, Verdict } from '../../../proof/index.js';

/** What came of it all. */
export interface Proved {
  readonly verdicts: readonly Verdict[];
  /** How many claims could not be read, since something is wrong with them or with their lesson. */
  readonly broken: number;
  readonly runs: number;
  readonly elapsedMs: number;
  readonly machine: Machine;
}
