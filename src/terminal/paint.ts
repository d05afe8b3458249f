import { Chalk } from 'chalk';
import { toAscii } from './ascii.js';
import type { Capabilities, ColourLevel } from './capabilities.js';
import { fit } from './text.js';

/** What a colour is for. Each supports a meaning that the text has without it. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  /** Work that a process does. */
  readonly work: (text: string) => string;
  /** What lies within a block of work. */
  readonly workGround: (text: string) => string;
  /** Failures and deaths. */
  readonly bad: (text: string) => string;
  /** Words of a text that are stressed. */
  readonly emphasis: (text: string) => string;
  /** What no longer holds. */
  readonly struck: (text: string) => string;
  /** Code within a text, and names and numbers within code. */
  readonly code: (text: string) => string;
  readonly keyword: (text: string) => string;
  /** A string within code. */
  readonly quoted: (text: string) => string;
}

/** Only colours that can be read on dark and on light grounds. */
export function paint(colour: ColourLevel): Paint {
  const chalk = new Chalk({ level: colour });
  return {
    strong: chalk.bold,
    dim: chalk.dim,
    work: chalk.cyan,
    workGround: chalk.black.bgCyan,
    bad: chalk.red,
    // Some terminals show italics as reversed text; all can underline.
    emphasis: chalk.underline,
    struck: chalk.strikethrough,
    code: chalk.cyan,
    keyword: chalk.magenta,
    quoted: chalk.green,
  };
}

/** The last step before the stream: no line is wider than the terminal or holds what it cannot show. */
export function present(
  lines: readonly string[],
  { columns, unicode }: Pick<Capabilities, 'columns' | 'unicode'>,
): string[] {
  return lines.map((line) => {
    const fitted = fit(line, columns);
    return unicode ? fitted : toAscii(fitted);
  });
}
