import type { Claim } from '../course/index.js';
import { isPython } from './runs.js';
import type { Machine } from './verdict.js';

/**
 * Where there is no Python: the claim with its other runs and contrasts only, if there are both, since these can be seen.
 * Else, and where there is Python, the claim itself.
 */
export function withoutPython(claim: Claim, { python }: Machine): Claim {
  const { runs, contrasts } = claim.proof;
  const others = { runs: runs.filter((run) => !isPython(run)), contrasts: contrasts.filter((run) => !isPython(run)) };
  const isLess = others.runs.length < runs.length || others.contrasts.length < contrasts.length;
  return python || !isLess || others.runs.length === 0 || others.contrasts.length === 0
    ? claim
    : { ...claim, proof: { ...claim.proof, ...others } };
}
