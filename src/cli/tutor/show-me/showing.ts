import { type Claim, describeExpected, type Expected } from '../../../course/index.js';
import type { Capabilities } from '../../../terminal/index.js';
import type { Evidence, Verdict } from '../../../proof/index.js';

/** What the learner said before they see a proof. */
export type Said =
  /** The texts of what they chose, and whether it is what the key says. */
  | { readonly kind: 'answer'; readonly texts: readonly string[]; readonly right: boolean }
  /** What they predicted of a fact of the lesson's run. */
  | { readonly kind: 'prediction'; readonly fact: string; readonly expected: Expected };

/** How far the proof of a claim has come, in front of a learner. */
export interface Showing {
  readonly claim: Claim;
  readonly said: Said | undefined;
  /** It is what shows the answer to a question, not a statement of a lesson. */
  readonly isKey: boolean;
  /** As it came. */
  readonly evidence: readonly Evidence[];
  /** undefined as long as it goes on. */
  readonly end: Verdict | undefined;
  /** Of the last run that hung; undefined where there was none, or the OS does not tell. */
  readonly waits: Waits | undefined;
}

/** Draws who waited for whom, as a section of a report. */
export type Waits = (room: Capabilities) => readonly string[];

/** The words for what was said. */
export function saidInWords(said: Said): string {
  return said.kind === 'answer' ? said.texts.join('; ') : describeExpected(said.expected);
}

/** The evidence of one part of the proof. */
export function partOf({ evidence }: Showing, part: Evidence['part']): Evidence[] {
  return evidence.filter((each) => each.part === part);
}
