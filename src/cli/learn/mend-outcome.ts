import { claimOf, type Course, type Mend, type MendChoice } from '../../course/index.js';
import type { Ran } from '../tutor/ran.js';

/** A change that was run, and what came of it. */
export interface Tried {
  readonly ran: Ran;
  readonly outcome: MendOutcome;
}

/** What one run says of a change. `seen` are the facts that decide, as in `hung = true`; they may be none. */
export type MendOutcome =
  | { readonly kind: 'mended' | 'not mended'; readonly seen: string }
  | { readonly kind: 'untold'; readonly why: string };

/** Asks of this run what the lesson's claim about its changes asks of all. */
export async function outcomeOf({ claim: id }: Mend, { ending, hasLeft, facts }: Ran, course: Course): Promise<MendOutcome> {
  const claim = claimOf(course, id);
  if (!claim || hasLeft || ending === 'not started') {
    return { kind: 'untold', why: hasLeft ? 'you left it before its end' : 'it was not run' };
  }
  // It loads the language of expressions, which takes a while.
  const { tellingOf } = await import('../../proof/telling.js');
  const { value, why, seen } = tellingOf(claim.proof.asserts)({ facts });
  return value === undefined
    ? { kind: 'untold', why: why ?? 'it has not got what is asked for' }
    : { kind: value === true ? 'mended' : 'not mended', seen };
}

/** Whether the run was otherwise than the lesson says, as on a machine that is very busy. */
export function isOtherwise({ right }: MendChoice, { kind }: MendOutcome): boolean {
  return kind !== 'untold' && (kind === 'mended') !== right;
}
