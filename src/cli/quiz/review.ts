import { randomInt } from 'node:crypto';
import { lessonsRead, type Review, review } from '../../quiz/index.js';
import { wrap, write } from '../../terminal/index.js';
import { next, type Suggestion } from '../../views/index.js';
import { Failure } from '../exit.js';
import { counted } from '../figures.js';
import { courseState } from '../tutor/next-lesson.js';
import type { Session } from '../tutor/session.js';
import { dayOf, whenDue } from '../tutor/today.js';
import { withdrawnNow } from '../tutor/withdrawn.js';
import { questionsOn, type Selection } from './select.js';

const SEEDS = 10_000;

/** What is due now, of a topic or of all, as the journal says it now; without questions that are withdrawn. */
export async function reviewNow(
  topic: string | undefined,
  { count }: { readonly count?: number },
  session: Session,
): Promise<Review> {
  const { course, journal } = session;
  const withdrawn = await withdrawnNow(session);
  const known = courseState(course, journal.read().state);
  const questions = questionsOn(course, topic).filter(({ id }) => !withdrawn.has(id));
  const now = new Date();
  return review(questions, known.questions, { now: now.getTime(), today: dayOf(now), read: lessonsRead(known), most: count });
}

/** What a review asks: what is due, and then what was never asked. @throws Failure where there are no questions */
export async function selectReview(
  topic: string | undefined,
  flags: { readonly count?: number },
  session: Session,
): Promise<Selection> {
  if (questionsOn(session.course, topic).length === 0) {
    throw new Failure(topic === undefined ? `the course in ${session.course.folder} has no questions.` : `there are no questions on ${topic}.`);
  }
  const { due, fresh } = await reviewNow(topic, flags, session);
  const seed = randomInt(1, SEEDS);
  return { questions: [...due, ...fresh].map((question, index) => ({ question, seed: seed + index })), seed: undefined };
}

/** What is left for today, and when the next question is due. */
export function sentenceOnReview({ due, fresh, waiting, next: at }: Review, { prefix, suffix = '' }: Session): string {
  const left = due.length + fresh.length;
  if (left > 0) {
    return `${counted(left, 'more question')} for today.`;
  }
  const later = at === undefined ? [] : [`The next question comes back ${whenDue(at, dayOf(new Date()))}.`];
  return waiting === 0
    ? ['Nothing is due any more today.', ...later].join(' ')
    : `That is enough for a day; ${counted(waiting, 'more question')} can wait until tomorrow. To go on: ${prefix}mp-tutor quiz --review --count ${Math.min(waiting, 10)}${suffix}`;
}

/** Says why a review asks nothing, and what can be done instead. */
export async function sayNothingDue(topic: string | undefined, session: Session): Promise<void> {
  const { io, capabilities, prefix, suffix = '' } = session;
  const found = await reviewNow(topic, {}, session);
  const isNew = found.next === undefined && found.waiting === 0;
  const sentence = isNew
    ? 'There is nothing to review yet: questions come here once they were answered, or their lesson was read.'
    : found.waiting > 0
      ? sentenceOnReview(found, session)
      : `Nothing is due today. The next question comes back ${whenDue(found.next ?? 0, dayOf(new Date()))}.`;
  const suggest = (what: string, why: string): Suggestion => ({ command: `${prefix}mp-tutor ${what}${suffix}`, why });
  const lines = [
    ...wrap(sentence, capabilities.columns - 1, ' '),
    '',
    ...next([suggest('learn', 'read a lesson'), suggest('quiz', 'ten questions all the same')], capabilities),
  ];
  await write(io.stdout, `${lines.join('\n')}\n`);
}
