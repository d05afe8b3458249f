import type { ProofRun } from '../../course/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { startProgram } from '../demo/watch.js';
import { prepare } from './prepare.js';

/** Is told of a run what facts do not say, such as who waited for whom. */
export type OnEnd = (events: readonly TraceEvent[], outcome: Outcome) => void;

/**
 * Runs a program on the stage to its end or its limit, and shows nothing. Whether it may run, who calls has asked.
 * @returns the facts that the tutor counts, the settings of a demo, `startMethod` (of Python, else null) and `stdout`
 * @throws Failure or StageError when it cannot be run, or the reason of `signal` once nothing of it runs any more
 */
export async function perform({ call, ...how }: ProofRun, signal: AbortSignal, onEnd?: OnEnd): Promise<Facts> {
  const { program, facts } = await prepare(call, signal, how);
  const running = startProgram(program, signal);
  const events: TraceEvent[] = [];
  for await (const event of running.events) {
    events.push(event);
  }
  const outcome = await running.ended;
  signal.throwIfAborted();
  onEnd?.(events, outcome);
  return facts(events, outcome);
}
