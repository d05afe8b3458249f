import type { Choice, ChoiceQuestion } from '../course/lesson.js';
import { type Random, shuffled } from './random.js';

/** What a choice of answers is worth. The indices are those of the choices as they were shown. */
export interface Verdict {
  /** Exactly the right ones were chosen. */
  readonly right: boolean;
  /** Of the wrong ones that were chosen: anchors in misconceptions.md. */
  readonly misconceptions: readonly string[];
}

/** The choices in the order in which they are shown: by chance, unless the question wants its own. */
export function arrange({ choices, ordered }: ChoiceQuestion, random: Random): readonly Choice[] {
  return ordered ? choices : shuffled(choices, random);
}

/** `chosen` are indices of `choices`, in any order. */
export function grade(choices: readonly Choice[], chosen: readonly number[]): Verdict {
  const wrong = choices.filter(({ right }, index) => !right && chosen.includes(index));
  return {
    right: choices.every(({ right }, index) => right === chosen.includes(index)),
    misconceptions: [...new Set(wrong.flatMap(({ misconception }) => misconception ?? []))],
  };
}
