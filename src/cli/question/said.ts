import { toString } from 'mdast-util-to-string';
import type { Said } from '../tutor/show-me/showing.js';
import type { Answered } from './answered.js';

/** What the learner said, to be held against runs; what they wrote themselves cannot be. */
export function saidOf(answered: Answered): Said | undefined {
  return 'chosen' in answered
    ? {
        kind: 'answer',
        texts: answered.chosen.flatMap((index) => (answered.choices[index] ? [toString(answered.choices[index].text)] : [])),
        right: answered.right === 1,
      }
    : undefined;
}
