import type { Claim } from '../course/index.js';
import { feelsLoad, type MeasureCeiling } from './load.js';
import { type Group, plan } from './plan.js';
import { roomOf } from './room.js';
import { schedule } from './schedule.js';
import { proveInTries, type Trying } from './tries.js';
import type { Evidence, Machine, Perform, Verdict } from './verdict.js';
import { whySkipped } from './why-skipped.js';
import { withoutPython } from './without-python.js';

/** With what claims are proved. */
export interface Proving {
  readonly perform: Perform;
  readonly machine: Machine;
  /** Asked when a claim that feels load does not hold. */
  readonly measureCeiling: MeasureCeiling;
  /** Ends all that runs; what is not decided by then is unfinished. */
  readonly signal: AbortSignal;
  /** Time for it all, in milliseconds; undefined for as long as it takes. */
  readonly budgetMs?: number | undefined;
  readonly onEvidence?: ((evidence: Evidence, claim: Claim) => void) | undefined;
  /** The claim is tried again: what has been told of its runs does not count. */
  readonly onRetry?: ((claim: Claim) => void) | undefined;
}

export interface ProvingAll extends Proving {
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined;
}

/** Proves one claim: evidence as it comes; stops early once it is decided; `unfinished` when the budget is over before that. */
export async function prove(claim: Claim, on: Proving): Promise<Verdict> {
  const verdicts = await proveAll([claim], on);
  return verdicts[0] ?? unproved(claim);
}

/**
 * Proves many: equal runs are shared, done in parallel where that is sound; claims that need cores, and ratios, are alone,
 * and tried again when they do not hold: see `proveInTries`.
 * @returns their verdicts, in the order of the claims
 */
export async function proveAll(claims: readonly Claim[], on: ProvingAll): Promise<Verdict[]> {
  const verdicts = new Map<Claim, Verdict>();
  const wholes = new Map<Claim, Claim>();
  const wholeOf = (claim: Claim): Claim => wholes.get(claim) ?? claim;
  const onVerdict = (verdict: Verdict): void => {
    const claim = wholeOf(verdict.claim);
    const reason = claim === verdict.claim ? verdict.reason : `${verdict.reason}; without its runs in Python, which is not here`;
    verdicts.set(claim, { ...verdict, claim, reason });
    on.onVerdict?.({ ...verdict, claim, reason });
  };
  const able: Claim[] = [];
  for (const whole of claims) {
    const claim = withoutPython(whole, on.machine);
    const reason = whySkipped(claim, on.machine);
    if (reason === undefined) {
      able.push(claim);
      wholes.set(claim, whole);
    } else {
      onVerdict({ claim: whole, status: 'skipped', reason, bound: undefined, evidence: [] });
    }
  }
  const { signal, stop } = withBudget(on.signal, on.budgetMs);
  try {
    for (const group of plan(able)) {
      await proveGroup(group, {
        ...on,
        signal,
        onVerdict,
        onEvidence: (evidence, claim) => on.onEvidence?.(evidence, wholeOf(claim)),
        onRetry: (claim) => on.onRetry?.(wholeOf(claim)),
      });
    }
  } finally {
    stop();
  }
  return claims.map((claim) => verdicts.get(claim) ?? unproved(claim));
}

/** Claims of one group feel load, or none of them does. */
async function proveGroup(group: Group, on: ProvingAll & { readonly onVerdict: Trying['onVerdict'] }): Promise<void> {
  const { perform, machine, measureCeiling, signal, onVerdict } = on;
  const onEvidence: Trying['onEvidence'] = (evidence, claim) => on.onEvidence?.(evidence, claim);
  const common = { perform, room: roomOf(machine), signal, onEvidence };
  await (group.claims.some(feelsLoad)
    ? proveInTries(group, { ...common, machine, measureCeiling, onRetry: (claim) => on.onRetry?.(claim), onVerdict })
    : schedule(group, { ...common, onVerdicts: (verdicts) => verdicts.forEach((verdict) => onVerdict(verdict)) }));
}

/** A signal that also aborts when the time is over; `stop` when it is no longer needed. */
function withBudget(outer: AbortSignal, budgetMs: number | undefined): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort(outer.reason);
  outer.addEventListener('abort', abort);
  if (outer.aborted) {
    abort();
  }
  const timer = budgetMs === undefined ? undefined : setTimeout(() => controller.abort(), budgetMs);
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}

function unproved(claim: Claim): Verdict {
  return { claim, status: 'unfinished', reason: 'it was not run', bound: undefined, evidence: [] };
}
