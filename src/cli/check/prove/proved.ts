import type { ExerciseVerdict, Machine, Verdict } from '../../../proof/index.js';

/** How many claims and exercises could not be read, since something is wrong with them or with their lesson. */
export interface Broken {
  readonly claims: number;
  readonly exercises: number;
}

/** What came of it all. */
export interface Proved {
  readonly verdicts: readonly Verdict[];
  readonly exercises: readonly ExerciseVerdict[];
  readonly broken: Broken;
  readonly runs: number;
  readonly elapsedMs: number;
  readonly machine: Machine;
}
