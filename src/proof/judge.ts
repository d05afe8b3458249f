import type { Claim, ProofRun } from '../course/index.js';
import { judgeRatio } from './judge-ratio.js';
import { judgeSometimes } from './judge-sometimes.js';
import { judgeUniform } from './judge-uniform.js';
import { partsOf, type Slot } from './runs.js';
import type { Told } from './telling.js';
import type { Evidence, Status } from './verdict.js';

/** By number, what the runs of one kind have told so far; undefined where one has not been done. More than the claim wants where others wanted them. */
export type Tellings = (part: Evidence['part'], run: ProofRun) => readonly (Told | undefined)[];

/** What is known of a claim: enough, or what more must be run, in the order in which it is best run. */
export type Judgement = Decision | { readonly wants: readonly Slot[] };

export interface Decision {
  readonly status: Status;
  readonly reason: string;
  readonly bound?: number;
}

/** Decides as soon as it can: a counterexample is enough, whatever else there is. */
export function judge(claim: Claim, told: Tellings): Judgement {
  const { asserts } = claim.proof;
  switch (asserts.kind) {
    case 'ratio':
      return judgeRatio(claim.proof, asserts, told);
    case 'sometimes':
      return judgeSometimes(claim.proof, told);
    default:
      return judgeUniform(claim.proof, asserts, told);
  }
}

/** Everything that has been told of a claim so far. */
export function evidenceOf({ proof }: Claim, told: Tellings): Evidence[] {
  return partsOf(proof).flatMap(({ part, run }) =>
    told(part, run).flatMap((each) => (each ? [{ run, part, value: each.value, why: each.why, facts: each.facts }] : [])),
  );
}
