/** What a course may refer to, which the course itself does not know. */
export interface Known {
  /** Why `mp-tutor demo NAME ARGS…` cannot be run; undefined when it can. */
  demo(name: string, args: readonly string[]): Complaint | undefined;
  /**
   * The names of the facts of a run: of a demo with these arguments, or of any other program. A group's parts are named
   * as in `thread.startMs`; a group of which only its own name is given may have any.
   */
  facts(demo: string | undefined, args: readonly string[]): readonly string[];
  /** Those of them that surely are neither groups nor lists, so they have no parts. */
  plainFacts(demo: string | undefined, args: readonly string[]): readonly string[];
  /** The absolute path of what a demo with these arguments runs; undefined if there is none. */
  program(demo: string, args: readonly string[]): string | undefined;
}

/** What is wrong, and what to write instead. */
export interface Complaint {
  readonly wrong: string;
  readonly mend: string;
  /** The demo that was probably meant, if there is none of this name. */
  readonly meant?: string | undefined;
}
