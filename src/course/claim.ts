import type { Call } from './lesson.js';
import type { Place } from './problem.js';

/** A sentence that a lesson or a quiz key asserts, and the runs that show it. */
export interface Claim {
  /** Unique in the course: the lesson's id, `#` and the anchor of the claim's heading, or of the question that it stands in. */
  readonly id: string;
  /** Id of the lesson. */
  readonly lesson: string;
  /** The sentence, as plain text. */
  readonly text: string;
  readonly proof: Proof;
  /** Of the fence. */
  readonly place: Place;
}

/** How Python starts a process. */
export type StartMethod = 'fork' | 'spawn' | 'forkserver';

/** A program and what it is run with. */
export interface ProofRun {
  readonly call: Call;
  /** Of a Python program; undefined for Python's default. */
  readonly startMethod: StartMethod | undefined;
  readonly stdout: 'pipe' | 'terminal';
  readonly limitMs: number;
}

export interface Proof {
  readonly asserts: Assertion;
  /** In each of these the claim must hold. */
  readonly runs: readonly ProofRun[];
  /** In each of these it must fail; else it proves nothing. */
  readonly contrasts: readonly ProofRun[];
  /** How often each run is done; of `sometimes`, at most. */
  readonly times: number;
  /** Why it is so in all other runs too: a URL, or a sentence. */
  readonly because: string | undefined;
  readonly needs: Needs;
  /** The fact whose values are counted for the learner; undefined for those of the expression. */
  readonly shows: string | undefined;
}

/** What is asserted of the runs. Expressions are in CEL, over the names of facts. */
export type Assertion =
  /** `sometimes`: true in one run and false in another. */
  | { readonly kind: 'always' | 'never' | 'sometimes'; readonly expression: string }
  | { readonly kind: 'hung'; readonly hangs: boolean }
  /**
   * `expression` is over `ratio`: the median of `fact` in the run, divided by that in `to`, both run by turns. In the
   * contrast its own median takes the place of the run's.
   */
  | { readonly kind: 'ratio'; readonly expression: string; readonly fact: string; readonly to: ProofRun };

/** What a machine must have; elsewhere the claim is skipped, with its reason. */
export interface Needs {
  /** At least so many. A claim that needs cores has the machine to itself while it is proved. */
  readonly cores: number | undefined;
  readonly platforms: readonly NodeJS.Platform[] | undefined;
  /** A range of versions such as `>=3.12`, or a part of one: `<3.14`. */
  readonly python: string | undefined;
  /** Whether Python has its global interpreter lock. */
  readonly gil: boolean | undefined;
}
