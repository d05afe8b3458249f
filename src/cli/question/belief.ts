import type { Choice } from '../../course/index.js';
import { clean } from '../../terminal/index.js';

/** What people wrongly believe, by the anchor of its heading. */
export type Beliefs = ReadonlyMap<string, string>;

/** What is said after the explanation of a choice that many would take; undefined where nothing is to be said. */
export function beliefSentence({ misconception }: Choice, beliefs: Beliefs): string | undefined {
  const belief = misconception === undefined ? undefined : beliefs.get(misconception);
  return belief === undefined ? undefined : `Often believed, but wrong: "${clean(belief)}"`;
}
