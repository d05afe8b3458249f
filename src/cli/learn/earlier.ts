import type { Course, Lesson, Question } from '../../course/index.js';
import type { CourseState } from '../../progress/index.js';
import { pickOpener } from '../../quiz/index.js';
import { courseState } from '../tutor/next-lesson.js';
import type { Session } from '../tutor/session.js';
import { withdrawnQuestions } from '../tutor/withdrawn.js';

/** Who was asked so lately still knows it, and would learn nothing by it. */
const FRESH_MS = 30 * 60_000;

/** What the choice of the question depends on. */
export interface Choosing {
  readonly course: Course;
  readonly state: CourseState;
  /** Ids of questions that are not asked. */
  readonly withdrawn: ReadonlySet<string>;
  /** In ms since 1970. */
  readonly now: number;
}

/**
 * The question that a lesson begins with, of a lesson before it that the learner has read to its end; not one that was
 * answered a moment ago.
 * @returns undefined where there is none
 */
export function earlierQuestion(lesson: Lesson, { course, state, withdrawn, now }: Choosing): Question | undefined {
  const before = course.lessons.slice(0, course.lessons.indexOf(lesson)).filter(({ id }) => state.lessons.get(id)?.finishedAt !== undefined);
  const questions = before.flatMap((each) => each.questions).filter(({ id }) => !withdrawn.has(id) && (lastAsked(id, state) ?? 0) < now - FRESH_MS);
  return pickOpener(questions, state.questions, now);
}

/** When it was answered last, in ms since 1970. */
function lastAsked(id: string, { questions }: CourseState): number | undefined {
  return questions.get(id)?.answers.at(-1)?.at;
}

/** The same for somebody who reads the lesson in one go. */
export async function openerOf(lesson: Lesson, { course, journal }: Pick<Session, 'course' | 'journal'>): Promise<Question | undefined> {
  const state = courseState(course, journal.read().state);
  return earlierQuestion(lesson, { course, state, withdrawn: await withdrawnQuestions(course, state), now: Date.now() });
}
