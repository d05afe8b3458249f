import type { Question } from '../course/lesson.js';
import type { QuestionState } from '../progress/state.js';

/** `due`: missed or guessed when it was asked last. */
export type Standing = 'due' | 'new' | 'known';

/** What the learner's answers say of each question, by its id. */
export type History = ReadonlyMap<string, QuestionState>;

/** Answers from this share on, of 1, count as right where a question is either known or not. */
const ENOUGH = 0.75;

/** Whether an answer shows that the learner knows it. */
export function showsKnowledge({ right, guessed }: { readonly right: number; readonly guessed: boolean }): boolean {
  return right >= ENOUGH && !guessed;
}

export function standing(question: Question, history: History): Standing {
  const last = history.get(question.id)?.answers.at(-1);
  if (last === undefined) {
    return 'new';
  }
  return showsKnowledge(last) ? 'known' : 'due';
}

/** When it was asked last, in ms since 1970; 0 if it never was. */
export function lastAsked(question: Question, history: History): number {
  return history.get(question.id)?.answers.at(-1)?.at ?? 0;
}

/** Those that were missed or guessed when they were asked last. */
export function dueQuestions(questions: readonly Question[], history: History): Question[] {
  return questions.filter((question) => standing(question, history) === 'due');
}
