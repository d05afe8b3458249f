import type { Call, Claim } from '../../../course/index.js';
import { type Evidence, type Perform, prove, type Verdict } from '../../../proof/index.js';
import { measureCeiling, StageError } from '../../../stage/index.js';
import { sceneOf, waitsSection } from '../../../views/index.js';
import { Failure } from '../../exit.js';
import type { Interrupts } from '../../interrupts.js';
import { agreesToRun, type Ask } from '../consent.js';
import { readMachine } from '../machine.js';
import { type OnEnd, perform } from '../perform.js';
import type { Session } from '../session.js';
import type { Waits } from './showing.js';

/** A learner waits no longer than this for all that a claim runs. */
export const BUDGET_MS = 10_000;
/** Where nobody waits at a key. */
export const LONG_BUDGET_MS = 60_000;

/** Is told of what comes. */
export interface Listening {
  readonly onEvidence: (evidence: Evidence) => void;
  /** All is run again, since others had the cores or may have had them: what was told before does not count. */
  readonly onRetry: () => void;
  /** Of a run that hung, and of which the OS shows who waited for whom. */
  readonly onHang: (waits: Waits) => void;
}

/**
 * Proves a claim in front of a learner. Never rejects for what a claim runs: what cannot be run is a verdict too.
 * @param leaving - ends it; it settles when no process of it is left
 */
export async function proveHere(
  claim: Claim,
  leaving: AbortSignal,
  { onEvidence, onHang, onRetry }: Listening,
  budgetMs = BUDGET_MS,
): Promise<Verdict> {
  const onEnd: OnEnd = (events, { hung, waits }) => {
    if (hung && waits.length > 0) {
      onHang((room) => waitsSection(waits, sceneOf(events).lanes, room));
    }
  };
  try {
    const machine = await readMachine(leaving);
    const performing: Perform = (run, signal) => perform(run, signal, onEnd);
    return await prove(claim, { perform: performing, machine, measureCeiling, signal: leaving, budgetMs, onEvidence, onRetry });
  } catch (error) {
    if (leaving.aborted) {
      return verdictOf(claim, 'unfinished', 'it was left');
    }
    if (error instanceof StageError || error instanceof Failure) {
      return verdictOf(claim, 'untold', error.message);
    }
    throw error;
  }
}

/**
 * Asks for each program of a proof that does not come with mp-tutor whether it may run.
 * @returns why the claim cannot be shown; undefined when all of it may run
 */
export async function refusal(claim: Claim, session: Session, interrupts: Interrupts, ask?: Ask): Promise<Verdict | undefined> {
  try {
    for (const call of programsOf(claim)) {
      if (!(await agreesToRun(call, session, interrupts, ask)) || interrupts.signal.aborted) {
        return verdictOf(claim, 'skipped', `you did not agree to run ${call.text}, so nothing was run`);
      }
    }
    return undefined;
  } catch (error) {
    if (error instanceof Failure) {
      return verdictOf(claim, 'untold', error.message);
    }
    throw error;
  }
}

/** Whether somebody may have to be asked. */
export function asksForConsent(claim: Claim, { isOurs, trustsAll }: Session): boolean {
  return !isOurs && !trustsAll && programsOf(claim).length > 0;
}

/** Each program with its arguments once. */
function programsOf({ proof: { asserts, runs, contrasts } }: Claim): Call[] {
  const all = [...runs, ...(asserts.kind === 'ratio' ? [asserts.to] : []), ...contrasts].map(({ call }) => call);
  return all.filter((call, index) => call.kind === 'program' && all.findIndex((other) => isSame(call, other)) === index);
}

function isSame(one: Call, other: Call): boolean {
  return one.kind === 'program' && other.kind === 'program' && one.file === other.file && one.text === other.text;
}

function verdictOf(claim: Claim, status: Verdict['status'], reason: string): Verdict {
  return { claim, status, reason, bound: undefined, evidence: [] };
}
