import type { Interrupts } from '../../interrupts.js';
import type { Answered } from '../../question/answered.js';
import { answerChoice, answerExplain } from '../../question/answered.js';
import type { Session } from '../../tutor/session.js';
import type { Task } from './paper.js';

/** What a learner gave for a question. A written answer is graded at the end; until then its grade is undefined. */
export type Given =
  | { readonly kind: 'chosen'; readonly chosen: readonly number[] }
  | { readonly kind: 'wrote'; readonly lines: readonly string[]; readonly right: number | undefined }
  | { readonly kind: 'nothing' };

/** What came of an exam, question by question. */
export interface Sitting {
  /** One for each question that was reached, in their order. */
  readonly given: readonly Given[];
  readonly end: 'all were asked' | 'left' | 'end of input' | 'interrupted';
}

/** What an exam is sat with, on pages or in lines. */
export interface Sat {
  readonly session: Session;
  readonly interrupts: Interrupts;
  /** Says what is about to come, before the time begins. */
  readonly introduction: readonly string[];
  /** Is told of each answer that can be scored, at once, so that nothing that happens later can lose it. */
  note(task: Task, given: Given): Promise<void>;
  /** The time begins, and ends. */
  begin(): void;
  finish(): void;
}

/** What an answer is worth; undefined for a question that was passed over, or not reached. */
export function answeredOf({ question, choices }: Task, given: Given | undefined): Answered | undefined {
  if (given?.kind === 'chosen' && question.kind !== 'explain') {
    return answerChoice(question, choices, given.chosen);
  }
  return given?.kind === 'wrote' && question.kind === 'explain'
    ? answerExplain(question, given.lines, given.right ?? 0)
    : undefined;
}
