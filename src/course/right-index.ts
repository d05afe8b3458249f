import type { ChoiceQuestion, Question } from './lesson.js';

/** With fewer questions than this the right choices may well be all at one place by chance. */
const MANY = 5;

/** What is wrong when whoever always ticks the same place is always right; undefined when that is not so. */
export function sameIndex(questions: readonly Question[]): string | undefined {
  const indices = questions.filter(isShuffled).map(({ choices }) => choices.findIndex(({ right }) => right));
  return indices.length >= MANY && new Set(indices).size === 1
    ? `the right choice is number ${(indices[0] ?? 0) + 1} in all ${indices.length} questions`
    : undefined;
}

export const MEND_SAME_INDEX = 'put some elsewhere';

function isShuffled(question: Question): question is ChoiceQuestion {
  return (question.kind === 'one' || question.kind === 'output') && !question.ordered;
}
