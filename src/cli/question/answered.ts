import type { Choice, ChoiceQuestion, ExplainQuestion } from '../../course/index.js';
import { grade, type Result } from '../../quiz/index.js';

/** A question and what the learner answered: enough to be scored, and to be shown again. */
export type Answered = AnsweredChoice | AnsweredExplain;

export interface AnsweredChoice extends Result {
  readonly question: ChoiceQuestion;
  /** In the order in which they were shown. */
  readonly choices: readonly Choice[];
  /** Indices of `choices`. */
  readonly chosen: readonly number[];
}

export interface AnsweredExplain extends Result {
  readonly question: ExplainQuestion;
  /** The lines that the learner wrote; none when they left it empty. */
  readonly wrote: readonly string[];
}

/** Whether it may still be made a guess: what was wrong comes back anyway, and what was written was no guess. */
export function canBeGuess(answered: Answered): boolean {
  return 'chosen' in answered && answered.right === 1 && !answered.guessed;
}

/** How learners grade what they wrote, in the order in which it is offered. */
export const GRADES = [
  { says: 'I had it', right: 1 },
  { says: 'partly', right: 0.5 },
  { says: 'I missed it', right: 0 },
] as const;

/** What a grade is worth, by its index; nothing if it is none. */
export function gradeAt(index = -1): number {
  return GRADES[index]?.right ?? 0;
}

/** `choices` as they were shown, `chosen` their indices. */
export function answerChoice(
  question: ChoiceQuestion,
  choices: readonly Choice[],
  chosen: readonly number[],
): AnsweredChoice {
  const { right, misconceptions } = grade(choices, chosen);
  return { question, choices, chosen, right: right ? 1 : 0, guessed: false, misconceptions };
}

/** `right` is the learner's own grade, from 0 to 1; what was left empty is missed. */
export function answerExplain(question: ExplainQuestion, wrote: readonly string[], right: number): AnsweredExplain {
  return { question, wrote, right: wrote.length === 0 ? 0 : right, guessed: false, misconceptions: [] };
}
