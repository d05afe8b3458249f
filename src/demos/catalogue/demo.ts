import type { Facts } from '../../trace/facts.js';

/** A number that a demo can be given. */
export interface Setting {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** What it means for this demo, for the help. */
  readonly meaning: string;
  /** As the help names it; `n` by default. */
  readonly unit?: string;
}

/** One of a few values. */
export interface Pick {
  readonly default: string;
  /** What each value means, for the help. */
  readonly values: { readonly [value: string]: string };
  readonly meaning: string;
}

/** Either a setting, or why this demo has not got one that others have. */
export type Offered = Setting | Pick | { readonly none: string };

/** The settings that most demos have. */
export const COMMON = ['workers', 'items', 'delay', 'seed', 'kill'] as const;

/** By the names of its values; `keptOpen` is the option `--kept-open`. Of those in COMMON each is there, or is said to be missing. */
export type Settings = { readonly [name: string]: Offered };

export type Values = { readonly [name in (typeof COMMON)[number]]?: number } & { readonly [name: string]: number | string };

/** A demo is a program of Node, and its twin one of Python. */
export type Runtime = 'node' | 'python';

/** The same program run without delay, with these values instead of those it was shown with, and timed by one fact. */
export interface Comparison {
  /** The fact of the program that holds the time in milliseconds. */
  readonly fact: string;
  /** The runs by name; their medians become the facts `measured.<name>`. */
  readonly runs: { readonly [name: string]: Values };
}

/** What the tutor knows about a demo beside its program. */
export interface Demo {
  readonly name: string;
  /** One line for the list. */
  readonly summary: string;
  readonly settings: Settings;
  /**
   * The facts of its own beside those of every run; parts of a group as in `thread.startMs`. Node's program marks them, and
   * Python's prints `thread_start_ms = …`; what it has not got, or did not come to, is null.
   */
  readonly facts: readonly string[];
  /** Above the live view, such as `3 workers · 9 tasks`. */
  describe(values: Values): string;
  /** A comparison that is worth making with these values. */
  comparison?(values: Values): Comparison | undefined;
  /** Where its matter is only one's; by default there is a program for both. The first is the one that is shown by default. */
  readonly runtimes?: readonly Runtime[];
  /** With these values its program waits for ever, and that is what it shows. */
  hangs?(values: Values, runtime: Runtime): boolean;
  /** After so many milliseconds its program is ended; by default what its pauses take, and much to spare. */
  limitMs?(values: Values): number;
  /** Two or three sentences on what was just seen, with the figures of the run. Only a run of Python has a `startMethod`. */
  explain(facts: Facts): string[];
  /** A table of the run, its first row the headings. */
  table?(facts: Facts): string[][];
  /** By their names, the figures in which a run of Node and one of Python are compared; both give the same names. */
  figures?(facts: Facts): { readonly [name: string]: string };
  /** A sentence or two on what is different in a run of Node and one of Python. */
  contrast?(node: Facts, python: Facts): string[];
  next(values: Values, runtime: Runtime): readonly Suggested[];
}

/** A command that may be tried next, and what for. */
export interface Suggested {
  readonly command: string;
  readonly why: string;
}

const MOST_DELAY_MS = 10_000;

/** The settings that are alike in all demos. */
export const common = {
  delay: (ms: number, meaning: string): Setting => ({ default: ms, min: 0, max: MOST_DELAY_MS, meaning, unit: 'ms' }),
  seed: { default: 1, min: 0, max: 2 ** 31 - 1, meaning: 'which items take longer; the same seed, the same pauses' },
  kill: (max: number, meaning: string): Setting => ({ default: 0, min: 1, max, meaning, unit: 'item' }),
} as const;

/** Whose program is shown where nobody says. */
export function runtimesOf({ runtimes = ['node', 'python'] }: Demo): readonly Runtime[] {
  return runtimes;
}
