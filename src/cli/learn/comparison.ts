import { factOf, type Guess, matches, type Prediction } from '../../course/index.js';
import type { Facts } from '../../trace/facts.js';

/** What a run says about a prediction. */
export type Comparison =
  /** The run does not tell, as when its program failed before it got there. */
  | { readonly kind: 'untold'; readonly fact: string; readonly guess: Guess | undefined }
  | {
      readonly kind: 'told';
      readonly fact: string;
      readonly value: unknown;
      /** What was predicted; undefined when nothing was. */
      readonly guess: Guess | undefined;
      /** The choice that fits the run; undefined when none does. */
      readonly shown: Guess | undefined;
      /** What most runs show. */
      readonly usual: Guess | undefined;
    };

export function compareWithRun({ fact, choices }: Prediction, guess: Guess | undefined, facts: Facts): Comparison {
  const value = factOf(facts, fact);
  if (value === undefined || (fact === 'hung' && wasStillAtWork(facts))) {
    return { kind: 'untold', fact, guess };
  }
  const shown = choices.find(({ expected }) => matches(expected, value));
  return { kind: 'told', fact, value, guess, shown, usual: choices.find(({ right }) => right) };
}

/** At its limit: more time might have shown that it hangs. */
function wasStillAtWork({ ending, hung }: Facts): boolean {
  return ending === 'limit' && hung === false;
}

/** Whether the prediction came true; undefined when there was none, or the run does not tell. */
export function cameTrue(comparison: Comparison): boolean | undefined {
  return comparison.kind === 'told' && comparison.guess ? comparison.guess === comparison.shown : undefined;
}

/** The outcome in one sentence. */
export function verdict(comparison: Comparison): string {
  const { kind, fact, guess } = comparison;
  if (kind === 'untold') {
    return fact === 'hung'
      ? 'This run does not tell: it was still at work when it was ended.'
      : `This run does not tell: it came to its end without \`${fact}\`.`;
  }
  const { shown, usual } = comparison;
  if (!shown) {
    return 'None of the choices fits what happened in this run.';
  }
  if (!guess) {
    return 'You made no guess.';
  }
  if (guess === shown) {
    return guess === usual ? 'Right.' : 'Right for this run; usually it is otherwise.';
  }
  return guess === usual ? 'Not in this run. Usually you would be right.' : 'Not right.';
}

/** Choices whose explanations are worth reading now, what was predicted first; those after it have a heading. */
export function explanations(comparison: Comparison): { readonly heading: string; readonly guess: Guess }[] {
  if (comparison.kind === 'untold') {
    return [];
  }
  const { guess, shown, usual } = comparison;
  const headings = new Map<Guess, string>();
  const add = (heading: string, choice: Guess | undefined): void => {
    if (choice && !headings.has(choice)) {
      headings.set(choice, heading);
    }
  };
  add('', guess);
  add(guess ? 'What happened' : '', shown);
  add('Usually', usual);
  return [...headings].map(([choice, heading]) => ({ heading, guess: choice }));
}
