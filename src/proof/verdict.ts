import type { Claim, ProofRun } from '../course/index.js';
import type { Facts } from '../trace/facts.js';

/** What the machine has on which claims are to be proved. */
export interface Machine {
  readonly cores: number;
  readonly platform: NodeJS.Platform;
  /** undefined when there is none. */
  readonly python: {
    readonly version: string;
    readonly startMethods: readonly string[];
    readonly gil: boolean;
  } | undefined;
  /** Whether a program's standard output can be a terminal here. */
  readonly terminals: boolean;
}

/** Runs a program to its end or its limit, without showing it. Rejects when it cannot be run at all. */
export type Perform = (run: ProofRun, signal: AbortSignal) => Promise<Facts>;

/** One run, and what it says of the claim. */
export interface Evidence {
  readonly run: ProofRun;
  /** `to` is what a ratio compares with. */
  readonly part: 'run' | 'contrast' | 'to';
  /**
   * The value of the expression; of `hung`, whether it hung; of a ratio, the value of its fact; undefined when the run
   * does not tell, as `why` says.
   */
  readonly value: boolean | number | undefined;
  readonly why: string | undefined;
  /** Empty when it could not be run. */
  readonly facts: Facts;
}

/**
 * `holds`: and it failed in its contrasts. `fails`: there is a counterexample, or the ratio is beyond its margin.
 * `proves nothing`: it holds in a contrast too. `not seen`: of `sometimes`, one outcome only. `untold`: a run could not
 * be done, has not got the fact, or went wrong in a way of which the claim says nothing. `skipped`: this machine has not
 * got what it needs, or others had its cores. `unfinished`: no time was left.
 */
export type Status = 'holds' | 'fails' | 'proves nothing' | 'not seen' | 'untold' | 'skipped' | 'unfinished';

export interface Verdict {
  readonly claim: Claim;
  readonly status: Status;
  /** In one sentence, with its figures: why it is skipped, what refutes it, or what was seen. */
  readonly reason: string;
  /** Of `never`: the greatest probability with which it may happen all the same, at 95 % (3/N); undefined for others. */
  readonly bound: number | undefined;
  readonly evidence: readonly Evidence[];
}
