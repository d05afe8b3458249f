import type { Course } from '../course/lesson.js';
import type { CourseState } from '../progress/state.js';
import { mastery, type TopicMastery } from './mastery.js';
import { dueQuestions } from './standing.js';

/** A learner's progress in a course, as it is written in JSON. Of lessons and questions that the course has now. */
export interface Statistics {
  readonly course: { readonly id: string; readonly title: string };
  readonly lessons: readonly LessonProgress[];
  readonly predictions: { readonly right: number; readonly of: number };
  /** `right`: answered well last, and not by a guess; `due`: missed or guessed last. */
  readonly questions: { readonly of: number; readonly answered: number; readonly right: number; readonly due: number };
  readonly topics: readonly TopicMastery[];
}

export interface LessonProgress {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly status: 'new' | 'started' | 'finished';
  /** Where the learner is, counted from 1, and of how many; null in a lesson that was never opened. */
  readonly page: number | null;
  readonly of: number | null;
  /** When it was finished first, as in `2026-11-03T10:15:00.000Z`. */
  readonly finishedAt: string | null;
}

export function statistics(course: Course, state: CourseState): Statistics {
  const topics = mastery(course, state);
  const questions = course.lessons.flatMap((lesson) => lesson.questions);
  const predictions = course.lessons.flatMap(({ id }) => state.lessons.get(id)?.predicted ?? []);
  return {
    course: { id: course.id, title: course.title },
    lessons: course.lessons.map(({ id, title, topic }) => ({ id, title, topic, ...progressOf(state, id) })),
    predictions: { right: predictions.filter(Boolean).length, of: predictions.length },
    questions: {
      of: questions.length,
      answered: topics.reduce((sum, { answered }) => sum + answered, 0),
      right: topics.reduce((sum, { right }) => sum + right, 0),
      due: dueQuestions(questions, state.questions).length,
    },
    topics,
  };
}

function progressOf({ lessons }: CourseState, id: string): Omit<LessonProgress, 'id' | 'title' | 'topic'> {
  const lesson = lessons.get(id);
  if (lesson === undefined) {
    return { status: 'new', page: null, of: null, finishedAt: null };
  }
  const { page, of, finishedAt } = lesson;
  const place = of === 0 ? { page: null, of: null } : { page: page + 1, of };
  return finishedAt === undefined
    ? { status: 'started', ...place, finishedAt: null }
    : { status: 'finished', ...place, finishedAt: new Date(finishedAt).toISOString() };
}
