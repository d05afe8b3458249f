import type { Call } from '../../course/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { ProcessWait } from '../../trace/waits.js';
import type { Ending, ProcessSummary } from '../../trace/outcome.js';

/** A run of what a lesson calls, to its end. */
export interface Ran {
  readonly call: Call;
  /** Empty if it could not be started. */
  readonly facts: Facts;
  /** What was seen, or why there is nothing to see. */
  readonly sentences: readonly string[];
  /** The learner ended it: then the facts are those of a part of it. */
  readonly hasLeft: boolean;
  readonly ending: Ending | 'not started';
  readonly events: readonly TraceEvent[];
  readonly processes: readonly ProcessSummary[];
  /** Of a program that hung. */
  readonly waits: readonly ProcessWait[];
}
