import type { Course, Lesson, Question } from '../../course/index.js';
import type { CourseState } from '../../progress/index.js';
import { pickQuestions, type Random } from '../../quiz/index.js';

/** What chooses the question. */
export interface Choosing {
  readonly course: Course;
  readonly state: CourseState;
  /** Ids of questions that are not asked. */
  readonly withdrawn: ReadonlySet<string>;
  readonly random: Random;
}

/**
 * The question that a lesson begins with: of a lesson before it that the learner has at least begun, and chosen as a quiz
 * would. One that has to be answered in writing is left to quizzes, since it would hold the lesson up.
 * @returns undefined where there is none
 */
export function earlierQuestion(lesson: Lesson, { course, state, withdrawn, random }: Choosing): Question | undefined {
  const before = course.lessons.slice(0, course.lessons.indexOf(lesson)).filter(({ id }) => state.lessons.has(id));
  const questions = before.flatMap((each) => each.questions).filter(({ id, kind }) => kind !== 'explain' && !withdrawn.has(id));
  return pickQuestions(questions, state.questions, { count: 1, topics: [], random, useHistory: true })[0];
}
