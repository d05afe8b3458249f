import type { Course, Question } from '../course/lesson.js';
import type { CourseState } from '../progress/state.js';
import { memoryOf, retrievability } from './memory.js';
import { type History, standing } from './standing.js';

/** How well a topic is known, by the last answer to each question that the course has on it now. */
export interface TopicMastery {
  readonly topic: string;
  readonly questions: number;
  /** How many of them have been asked. */
  readonly answered: number;
  /** How many were answered well last, and not by a guess. */
  readonly right: number;
  /**
   * How many of them would probably be answered well now: the sum of the chances, to two decimals. What was missed or guessed
   * last adds nothing.
   */
  readonly known: number;
  /** Four or more have been answered, of which less than 60 % well: fewer say too little. */
  readonly weak: boolean;
}

const ENOUGH_ANSWERS = 4;
const WEAK_BELOW = 0.6;

/** Of each topic that has questions, in the course's order of topics. `now` is in ms since 1970. */
export function mastery(course: Course, { questions: history }: CourseState, now: number): TopicMastery[] {
  const questions = course.lessons.flatMap((lesson) => lesson.questions);
  return course.topics.flatMap((topic) => {
    const ofTopic = questions.filter((each) => each.topic === topic);
    const answered = ofTopic.filter((each) => standing(each, history) !== 'new').length;
    const right = ofTopic.filter((each) => standing(each, history) === 'known');
    const chances = right.reduce((sum, each) => sum + chanceOf(each, history, now), 0);
    const weak = answered >= ENOUGH_ANSWERS && right.length / answered < WEAK_BELOW;
    const known = Math.round(chances * 100) / 100;
    return ofTopic.length === 0 ? [] : [{ topic, questions: ofTopic.length, answered, right: right.length, known, weak }];
  });
}

function chanceOf(question: Question, history: History, now: number): number {
  const memory = memoryOf(question, history);
  return memory === undefined ? 0 : retrievability(memory, now);
}
