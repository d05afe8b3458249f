import { setTimeout as sleep } from 'node:timers/promises';
import type { Claim } from '../course/index.js';
import { isCutOff } from './jobs.js';
import { describeBusy, isBusy, type Load, type MeasureCeiling, measureLoad } from './load.js';
import type { Group } from './plan.js';
import { schedule, type Scheduling } from './schedule.js';
import type { Machine, Verdict } from './verdict.js';

/** With what, and whom to tell, also when a claim is begun again. */
export interface Trying extends Omit<Scheduling, 'onVerdicts'> {
  readonly machine: Machine;
  readonly measureCeiling: MeasureCeiling;
  readonly onRetry: (claim: Claim) => void;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** A try that did not hold, and how free the cores were right after it; or why that could not be measured. */
interface Failed {
  readonly verdict: Verdict;
  readonly load: Load | { readonly why: string };
}

const MOST_TRIES = 3;
const PAUSE_MS = 500;
const ORDINALS = ['first', 'second', 'third'];

/**
 * Proves a group of claims that feel load. One that does not hold is tried again from the beginning, all its runs and
 * contrasts anew, since others may have had the cores. Nothing is kept of an earlier try but that it failed: chance has
 * three tries at most. A counterexample while the cores were free is final, since it needs no measure to be one.
 *
 * What never held is skipped if the cores were busy in one of its tries, and else what its last try says. When the time
 * is over, what the tries until then say counts.
 */
export async function proveInTries({ claims, ...group }: Group, on: Trying): Promise<void> {
  const failures = new Map<Claim, readonly Failed[]>();
  for (let open = claims; open.length > 0;) {
    const again: Claim[] = [];
    await schedule({ ...group, claims: open }, {
      ...on,
      onVerdicts: async (verdicts) => {
        const loads = loadsOf(on);
        for (const verdict of verdicts) {
          const { claim } = verdict;
          const before = failures.get(claim) ?? [];
          const end = await endOf(verdict, before, loads);
          if ('claim' in end) {
            on.onVerdict(end);
          } else {
            failures.set(claim, [...before, end]);
            again.push(claim);
          }
        }
      },
    });
    open = again;
    if (open.length > 0) {
      await pause(on.signal);
      open.forEach((claim) => on.onRetry(claim));
    }
  }
}

/** What a try decides, or that it failed and there is to be another. */
async function endOf(verdict: Verdict, before: readonly Failed[], loadFor: (claim: Claim) => Promise<Failed['load'] | undefined>): Promise<Verdict | Failed> {
  if (verdict.status === 'unfinished') {
    return before.length > 0 ? conclude(before) : verdict;
  }
  if (!mayBeLoad(verdict)) {
    return holdsAfter(verdict, before.length);
  }
  const load = await loadFor(verdict.claim);
  if (load === undefined) {
    return before.length > 0 ? conclude(before) : { ...verdict, status: 'unfinished', reason: 'no time was left to see whether its cores were free' };
  }
  const failed = { verdict, load };
  const all = [...before, failed];
  return all.length === MOST_TRIES || isFinal(failed) ? conclude(all) : failed;
}

/** Measured once for all claims that were decided at the same moment. @returns undefined when the time is over */
function loadsOf({ machine, measureCeiling, signal }: Trying): (claim: Claim) => Promise<Failed['load'] | undefined> {
  const known = new Map<number | undefined, Failed['load']>();
  return async (claim) => {
    const { cores } = claim.proof.needs;
    try {
      const load = known.get(cores) ?? (await measureLoad(claim.proof.needs, machine, measureCeiling, signal));
      known.set(cores, load);
      return load;
    } catch (error) {
      return signal.aborted ? undefined : { why: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** A run that was cut off at its limit was perhaps only too slow. */
function mayBeLoad({ status, evidence }: Verdict): boolean {
  return status === 'fails' || status === 'proves nothing' || status === 'not seen'
    || (status === 'untold' && evidence.some(({ facts }) => isCutOff(facts)));
}

function isFinal({ verdict: { status, claim }, load }: Failed): boolean {
  return status === 'fails' && claim.proof.asserts.kind !== 'ratio' && 'ceiling' in load && !isBusy(load);
}

function holdsAfter(verdict: Verdict, failures: number): Verdict {
  return failures === 0 ? verdict : { ...verdict, reason: `${verdict.reason}; in the ${ORDINALS[failures] ?? ''} try` };
}

/** What is said of a claim that held in none of its tries. */
function conclude(tries: readonly Failed[]): Verdict {
  const last = tries.at(-1);
  if (!last) {
    throw new RangeError('a claim without a try has no end');
  }
  const { verdict } = last;
  const busy = tries.flatMap(({ load }) => ('ceiling' in load && isBusy(load) ? [load] : []));
  const worst = busy.toSorted((a, b) => a.ceiling - b.ceiling)[0];
  if (worst !== undefined && !isFinal(last)) {
    return { ...verdict, status: 'skipped', reason: describeBusy(worst) };
  }
  if ('why' in last.load) {
    return { ...verdict, status: 'untold', reason: `whether its cores were free could not be measured: ${last.load.why}` };
  }
  return { ...verdict, reason: `${verdict.reason}; ${tries.length === 1 ? 'its cores were free' : `the last of ${tries.length} tries`}` };
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
}
