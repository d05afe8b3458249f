import type { Call } from '../../course/index.js';
import { StageError } from '../../stage/index.js';
import type { Facts } from '../../trace/facts.js';
import { howPythonRan } from '../demo/how-python-ran.js';
import { watch, type Watching } from '../demo/watch.js';
import { Failure } from '../exit.js';
import type { Interrupts } from '../interrupts.js';
import { agreesToRun } from './consent.js';
import { type HowToPrepare, prepare, type Prepared } from './prepare.js';
import type { Ran } from './ran.js';
import { whatWasSeen } from './sentences.js';
import type { Session } from './session.js';

/**
 * Runs what a lesson or a question calls, and shows it: the live view takes the terminal until the run is over.
 * Comparisons, which take long, are made only for a fact that comes of them.
 * @returns undefined when the learner did not agree to run it, or left
 */
export async function runCall(
  { call, ...how }: { readonly call: Call } & HowToPrepare,
  session: Session,
  interrupts: Interrupts,
  view: 'live' | 'lines',
  fact = '',
): Promise<Ran | undefined> {
  try {
    const prepared = await prepare(call, interrupts.signal, how);
    const agrees = await agreesToRun(call, session, interrupts);
    if (!agrees || interrupts.signal.aborted) {
      return undefined;
    }
    const watching: Watching = { io: session.io, output: { capabilities: session.capabilities, view }, interrupts };
    return await run(call, prepared, watching, /^(?:measured|plain)\./.test(fact));
  } catch (error) {
    if (error instanceof StageError || error instanceof Failure) {
      return notStarted(call, error);
    }
    throw error;
  }
}

async function run(call: Call, { program, facts: factsOf, compare }: Prepared, watching: Watching, compares: boolean): Promise<Ran> {
  const { events, outcome, hasLeft } = await watch(program, watching);
  const isWhole = outcome.ending === 'exited' && !hasLeft;
  const compared = compares && isWhole ? await compare(watching) : {};
  const facts: Facts = { ...factsOf(events, outcome), ...compared };
  const sentences = [...whatWasSeen(call, facts, outcome), ...howPythonRan(program)];
  return { call, facts, sentences, hasLeft, ending: outcome.ending, events, processes: outcome.processes, waits: outcome.waits };
}

/** A lesson goes on without its run. */
function notStarted(call: Call, { message }: Error): Ran {
  return { call, facts: {}, sentences: [message], hasLeft: false, ending: 'not started', events: [], processes: [], waits: [] };
}
