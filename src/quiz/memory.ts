import { fsrs, type FSRSState, type Grade, Rating } from 'ts-fsrs';
import type { Question } from '../course/lesson.js';
import type { Answer } from '../progress/state.js';
import { type History, showsKnowledge } from './standing.js';

/** What spaced repetition makes of the answers to one question. Times are in ms since 1970. */
export interface Memory {
  /** In how many days the chance to answer it well falls to 90 %. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** When it was answered last. */
  readonly at: number;
  /** When it is to be asked again. */
  readonly due: number;
}

export const DAY = 24 * 60 * 60 * 1000;
/** A grade of one's own below this counts as missed. */
const MISSED_BELOW = 0.5;

/**
 * Without chance, so that the same journal always gives the same days; and without steps of minutes, in which a question
 * that is never rated above hard would stay for ever.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/**
 * What an answer is worth to the scheduler. Never "easy": nobody has said how easy it was. What was guessed, or one of two
 * words, shows too little for "good".
 */
export function ratingOf({ kind }: Question, answer: Pick<Answer, 'right' | 'guessed'>): Grade {
  if (answer.right < MISSED_BELOW) {
    return Rating.Again;
  }
  return showsKnowledge(answer) && kind !== 'true-false' ? Rating.Good : Rating.Hard;
}

/** Replays the answers to a question; undefined if there are none. */
export function memoryOf(question: Question, history: History): Memory | undefined {
  const answers = history.get(question.id)?.answers ?? [];
  return answers.reduce<Memory | undefined>((before, answer) => after(before, answer, question), undefined);
}

function after(before: Memory | undefined, answer: Answer, question: Question): Memory {
  // A clock that was set back gives no time to forget.
  const at = Math.max(answer.at, before?.at ?? 0);
  const days = before === undefined ? 0 : (at - before.at) / DAY;
  const state: FSRSState | null = before ?? null;
  const { stability, difficulty } = scheduler.next_state(state, days, ratingOf(question, answer));
  return { stability, difficulty, at, due: at + scheduler.next_interval(stability, days) * DAY };
}

/** The chance that it is answered well now, from 0 to 1, as the scheduler reckons. */
export function retrievability({ stability, at }: Memory, now: number): number {
  return scheduler.forgetting_curve(Math.max(0, now - at) / DAY, stability);
}
