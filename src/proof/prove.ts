import type { Claim } from '../course/index.js';
import type { Room } from './jobs.js';
import { plan } from './plan.js';
import { schedule } from './schedule.js';
import type { Evidence, Machine, Perform, Verdict } from './verdict.js';
import { whySkipped } from './why-skipped.js';

/** With what claims are proved. */
export interface Proving {
  readonly perform: Perform;
  readonly machine: Machine;
  /** Ends all that runs; what is not decided by then is unfinished. */
  readonly signal: AbortSignal;
  /** Time for it all, in milliseconds; undefined for as long as it takes. */
  readonly budgetMs?: number | undefined;
  readonly onEvidence?: ((evidence: Evidence, claim: Claim) => void) | undefined;
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
 * Proves many: equal runs are shared, done in parallel where that is sound; claims that need cores, and ratios, are alone.
 * @returns their verdicts, in the order of the claims
 */
export async function proveAll(claims: readonly Claim[], on: ProvingAll): Promise<Verdict[]> {
  const verdicts = new Map<Claim, Verdict>();
  const onVerdict = (verdict: Verdict): void => {
    verdicts.set(verdict.claim, verdict);
    on.onVerdict?.(verdict);
  };
  const able: Claim[] = [];
  for (const claim of claims) {
    const reason = whySkipped(claim, on.machine);
    if (reason === undefined) {
      able.push(claim);
    } else {
      onVerdict({ claim, status: 'skipped', reason, bound: undefined, evidence: [] });
    }
  }
  const { signal, stop } = withBudget(on.signal, on.budgetMs);
  try {
    for (const group of plan(able)) {
      await schedule(group, {
        perform: on.perform,
        room: roomOf(on.machine),
        signal,
        onEvidence: (evidence, claim) => on.onEvidence?.(evidence, claim),
        onVerdict,
      });
    }
  } finally {
    stop();
  }
  return claims.map((claim) => verdicts.get(claim) ?? unproved(claim));
}

/** Each run has processes of its own, and we watch them all. */
const MOST_AT_A_TIME = 8;

/** One working run a core; what hangs takes a core only while it starts. */
function roomOf({ cores }: Machine): Room {
  const working = Math.max(1, Math.min(cores, MOST_AT_A_TIME));
  return { working, sleeping: 2 * working };
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
