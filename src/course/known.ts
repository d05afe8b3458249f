/** What a course may refer to, which the course itself does not know. */
export interface Known {
  /** Why `mp-tutor demo NAME ARGS…` cannot be run, and what to write instead; undefined when it can. */
  demo(name: string, args: readonly string[]): { readonly wrong: string; readonly mend: string } | undefined;
  /** The names of the facts of a run: of a demo, or of any other program. A group's parts are named as in `thread.startMs`. */
  facts(demo: string | undefined): readonly string[];
}
