import type { Course, Question } from '../course/lesson.js';
import type { CourseState } from '../progress/state.js';
import { mastery, type TopicMastery } from './mastery.js';
import { type Day, lessonsRead, review } from './review.js';
import { dueQuestions } from './standing.js';

/** A learner's progress in a course, as it is written in JSON. Of lessons and questions that the course has now. */
export interface Statistics {
  readonly course: { readonly id: string; readonly title: string };
  readonly lessons: readonly LessonProgress[];
  readonly predictions: { readonly right: number; readonly of: number };
  readonly questions: QuestionProgress;
  readonly exercises: ExerciseProgress;
  readonly topics: readonly TopicMastery[];
}

export interface QuestionProgress {
  readonly of: number;
  readonly answered: number;
  /** Answered well last, and not by a guess. */
  readonly right: number;
  /** Missed or guessed last. */
  readonly missed: number;
  /** To be reviewed today, as far as a day should have so many. */
  readonly due: number;
  /** When the next one is due after today, as in `2026-11-03T10:15:00.000Z`; null if none is. */
  readonly nextDue: string | null;
}

/** Of the exercises that the course has now. */
export interface ExerciseProgress {
  readonly of: number;
  readonly solved: number;
}

/** When progress is looked at, and what is not asked then. */
export interface Moment {
  /** In ms since 1970. */
  readonly now: number;
  readonly today: Day;
  /** Ids of the questions whose keys a run refutes. */
  readonly withdrawn: ReadonlySet<string>;
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

export function statistics(course: Course, state: CourseState, moment: Moment): Statistics {
  const topics = mastery(course, state, moment.now);
  const questions = course.lessons.flatMap((lesson) => lesson.questions);
  const withExercise = course.lessons.filter(({ exercise }) => exercise !== undefined);
  const predictions = course.lessons.flatMap(({ id }) => state.lessons.get(id)?.predicted ?? []);
  return {
    course: { id: course.id, title: course.title },
    lessons: course.lessons.map(({ id, title, topic }) => ({ id, title, topic, ...progressOf(state, id) })),
    predictions: { right: predictions.filter(Boolean).length, of: predictions.length },
    questions: {
      of: questions.length,
      answered: topics.reduce((sum, { answered }) => sum + answered, 0),
      right: topics.reduce((sum, { right }) => sum + right, 0),
      missed: dueQuestions(questions, state.questions).length,
      ...toReview(questions.filter(({ id }) => !moment.withdrawn.has(id)), state, moment),
    },
    exercises: {
      of: withExercise.length,
      solved: withExercise.filter(({ id }) => (state.exercises.get(id)?.solved.size ?? 0) > 0).length,
    },
    topics,
  };
}

function toReview(
  questions: readonly Question[],
  state: CourseState,
  { now, today }: Moment,
): Pick<QuestionProgress, 'due' | 'nextDue'> {
  const { due, next } = review(questions, state.questions, { now, today, read: lessonsRead(state) });
  return { due: due.length, nextDue: next === undefined ? null : new Date(next).toISOString() };
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
