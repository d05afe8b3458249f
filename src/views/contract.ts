import type { Writable } from 'node:stream';
import type { Capabilities } from '../terminal/index.js';
import type { TraceEvent } from '../trace/event.js';
import type { Outcome } from '../trace/outcome.js';

/** What is shown, as plain text. */
export interface Subject {
  readonly title: string;
  /** As in `3 workers, 9 tasks, slowed down to be watched`. */
  readonly subtitle: string;
  /** The text of the program. */
  readonly source: string;
}

/** A program that runs: its events until its end, and how it ended. */
export interface Source {
  readonly events: AsyncIterable<TraceEvent>;
  readonly ended: Promise<Outcome>;
}

/** What a viewer can do to the program. Each returns at once; its effect comes as events. */
export interface Controls {
  stop(): void;
  continue(): void;
  kill(pid: number): void;
  /** Ends the program, and with it the view. */
  leave(): void;
}

/** Where a view writes. */
export interface ViewOutput {
  readonly output: Writable;
  readonly capabilities: Capabilities;
}
