import type { Course } from '../course/lesson.js';
import type { CourseState } from '../progress/state.js';
import { standing } from './standing.js';

/** How well a topic is known, by the last answer to each question that the course has on it now. */
export interface TopicMastery {
  readonly topic: string;
  readonly questions: number;
  /** How many of them have been asked. */
  readonly answered: number;
  /** How many were answered well last, and not by a guess. */
  readonly right: number;
  /** Four or more have been answered, of which less than 60 % well: fewer say too little. */
  readonly weak: boolean;
}

const ENOUGH_ANSWERS = 4;
const WEAK_BELOW = 0.6;

/** Of each topic that has questions, in the course's order of topics. */
export function mastery(course: Course, state: CourseState): TopicMastery[] {
  const questions = course.lessons.flatMap((lesson) => lesson.questions);
  return course.topics.flatMap((topic) => {
    const standings = questions.filter((each) => each.topic === topic).map((each) => standing(each, state.questions));
    const answered = standings.filter((each) => each !== 'new').length;
    const right = standings.filter((each) => each === 'known').length;
    const weak = answered >= ENOUGH_ANSWERS && right / answered < WEAK_BELOW;
    return standings.length === 0 ? [] : [{ topic, questions: standings.length, answered, right, weak }];
  });
}
