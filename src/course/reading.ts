import type { CallNames } from './facts.js';
import type { Files } from './files.js';
import type { Findings } from './findings.js';
import type { Anchor } from './markdown.js';
import type { Known } from './known.js';

/** What the parts of a lesson are read with. */
export interface Reading {
  /** Absolute path of the lesson. */
  readonly file: string;
  /** Its text, line by line. */
  readonly lines: readonly string[];
  /** Its headings. */
  readonly own: readonly Anchor[];
  readonly known: Known;
  readonly files: Files;
  /** The headings of the course's misconceptions by anchor; undefined when the course has no such file. */
  readonly misconceptions: ReadonlyMap<string, string> | undefined;
  readonly findings: Findings;
  /** The facts of commands as far as they were asked for, by what they run. */
  readonly callNames: Map<string, CallNames>;
}
