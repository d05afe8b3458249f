import type { Claim, ProofRun } from '../course/index.js';
import { partsOf, runKey, type Slot } from './runs.js';

/** Claims that are proved together. Equal runs of theirs are done once, as often as the one that needs most of them. */
export interface Group {
  readonly claims: readonly Claim[];
  /** Nothing else runs while one of its runs does. */
  readonly isAlone: boolean;
}

/**
 * Which claims may share runs and be proved side by side: those that need nothing of the machine, at the beginning; those
 * that need cores, one run at a time; and, each for itself, ratios, whose turns must be kept.
 */
export function plan(claims: readonly Claim[]): Group[] {
  const together = new Map<string, Claim[]>([['side by side', []], ['alone', []]]);
  for (const claim of claims) {
    const key = groupKey(claim);
    together.set(key, [...(together.get(key) ?? []), claim]);
  }
  return Array.from(together, ([key, members]) => ({ claims: members, isAlone: key !== 'side by side' })).filter(
    ({ claims: members }) => members.length > 0,
  );
}

function groupKey({ proof }: Claim): string {
  if (proof.asserts.kind === 'ratio') {
    // Ratios of the same runs take the same turns.
    return JSON.stringify([...partsOf(proof).map(({ part, run }) => [part, runKey(run)]), proof.times]);
  }
  return proof.needs.cores === undefined ? 'side by side' : 'alone';
}

/**
 * What a run is kept under. Of a ratio, what is compared and the contrast may be the same program, and are measured
 * separately all the same: a ratio of one measurement to itself would say nothing.
 */
export function slotKey({ proof }: Claim, part: Slot['part'], run: ProofRun): string {
  return proof.asserts.kind === 'ratio' ? `${part} ${runKey(run)}` : runKey(run);
}

/** Whether a run is expected to hang: then it sleeps, and leaves the cores to others. */
export function isSleeper({ proof: { asserts } }: Claim, part: Slot['part']): boolean {
  return asserts.kind === 'hung' && (part === 'run') === asserts.hangs;
}
