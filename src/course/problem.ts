/** Line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that is wrong with a lesson or a course. */
export interface Problem {
  readonly place: Place;
  /** As in `the choice "4" has no explanation`. */
  readonly wrong: string;
  /** What to do, as in `write a quote below it: "> why it tempts"`. */
  readonly mend: string;
  /** The lesson cannot be shown. */
  readonly breaks: boolean;
}
