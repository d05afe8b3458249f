import { toString } from 'mdast-util-to-string';
import type { Choice, Question } from '../../course/index.js';
import { clean } from '../../terminal/index.js';
import type { AnsweredChoice } from './answered.js';

/** Something that is said of a choice after the answer, before its explanation. */
export interface Remark {
  readonly says: string;
  readonly choice: Choice;
}

/** Kinds whose choices are single words. */
const SHORT: ReadonlySet<Question['kind']> = new Set(['which', 'true-false']);

/** Whether the answer is right, in words; of a single word that would have been right, that too. */
export function verdict({ question, choices, chosen, right }: AnsweredChoice): string {
  if (right === 1) {
    return 'Right.';
  }
  if (question.kind !== 'several') {
    const answer = choices.find((choice) => choice.right);
    return SHORT.has(question.kind) && answer ? `Not right: it is ${clean(toString(answer.text))}.` : 'Not right.';
  }
  const found = chosen.filter((index) => choices[index]?.right === true).length;
  const wanted = choices.filter((choice) => choice.right).length;
  const surplus = chosen.length - found;
  const besides = surplus === 0 ? '' : `, and chose ${surplus} that ${surplus === 1 ? 'is' : 'are'} not`;
  return `Not right: you found ${found} of the ${wanted} that are right${besides}.`;
}

/** What was chosen comes first, then what is right; of what was neither there is nothing to say. */
export function remarks({ question, choices, chosen }: AnsweredChoice): Remark[] {
  const isMany = question.kind === 'several';
  const of = (says: string, applies: (choice: Choice, isChosen: boolean) => boolean): Remark[] =>
    choices.filter((choice, index) => applies(choice, chosen.includes(index))).map((choice) => ({ says, choice }));
  return [
    ...of(isMany ? 'You chose, but it is not right' : 'You chose', ({ right }, isChosen) => isChosen && !right),
    ...of(isMany ? 'You left out' : 'The right answer', ({ right }, isChosen) => !isChosen && right),
    ...of(isMany ? 'You chose rightly' : 'You chose', ({ right }, isChosen) => isChosen && right),
  ];
}
