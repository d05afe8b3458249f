import type { Random } from '../../quiz/index.js';
import type { Left, Pages } from '../../terminal/pages/index.js';
import type { Interrupts } from '../interrupts.js';
import type { Session } from '../tutor/session.js';
import { withdrawnNow } from '../tutor/withdrawn.js';
import type { Answered } from './answered.js';

/** With what a question is asked on pages. */
export interface Asking {
  readonly session: Session;
  /** Of `openTutorPages`, which hears of interrupts. */
  readonly pages: Pages;
  readonly interrupts: Interrupts;
  /** Decides in which order choices are shown. */
  readonly random: Random;
  /** What stands above the page, at its left and right. */
  readonly left: string;
  readonly right: string;
  /** Something comes before this question. */
  readonly hasBack: boolean;
  /** What an earlier call gave for this question: then that is shown again, and nothing is asked. */
  readonly answered?: Answered | undefined;
  /** A sentence that stands above the question. */
  readonly note?: string | undefined;
  readonly readLesson?: (() => Promise<void>) | undefined;
}

/** How the learner left a question; `result` is there once it has been answered. */
export interface Asked {
  readonly left: 'next' | 'back' | 'quit' | 'interrupt';
  readonly result?: Answered;
}

/** What becomes of a question whose page was left without an answer to it. */
export function leave({ how }: Left): Asked['left'] {
  return how === 'back' || how === 'quit' || how === 'interrupt' ? how : 'next';
}

/** Writes an answer down at once, so that nothing that happens later can lose it. Under a key that is withdrawn none counts. */
export async function remember({ question, right }: Answered, session: Session): Promise<void> {
  const { course, journal } = session;
  if ((await withdrawnNow(session)).has(question.id)) {
    return;
  }
  journal.append({ kind: 'answer', course: course.id, question: question.id, topic: question.topic, right });
}

/** Makes the last answer to a question a guess; unless that answer was not counted: it would be another one. */
export async function rememberGuess({ question }: Answered, session: Session): Promise<void> {
  const { course, journal } = session;
  if ((await withdrawnNow(session)).has(question.id)) {
    return;
  }
  journal.append({ kind: 'guess', course: course.id, question: question.id });
}
