import { createHash } from 'node:crypto';
import type { Course, Question } from '../../../course/index.js';
import { arrange, pickExam, seededRandom } from '../../../quiz/index.js';
import type { Choice } from '../../../course/index.js';

/** How many questions an exam has if nobody says otherwise. */
export const EXAM_COUNT = 20;
/** Seeds are short enough to be typed again. */
const SEEDS = 1_000_000;

/** A question of an exam as it is put: choices in their order. A question that wants a written answer has none. */
export interface Task {
  readonly question: Question;
  readonly choices: readonly Choice[];
}

/** What an exam asks, and how it can be had again. */
export interface Paper {
  readonly tasks: readonly Task[];
  readonly seed: number;
  /** What the questions of the course are: SHA-256, its beginning. */
  readonly digest: string;
}

/**
 * The same for everybody who has this course; other questions with another seed.
 * @param questions - those of the topic that is asked for, or all
 */
export function paperOf(course: Course, questions: readonly Question[], wish: { readonly count: number; readonly seed?: number | undefined }): Paper {
  const digest = digestOfQuestions(course);
  const seed = wish.seed ?? Number.parseInt(digest.slice(0, 8), 16) % SEEDS;
  const picked = pickExam(questions, { count: wish.count, seed, topics: course.topics });
  const tasks = picked.map((question, index) => ({
    question,
    choices: question.kind === 'explain' ? [] : arrange(question, seededRandom(seed + index + 1)),
  }));
  return { tasks, seed, digest };
}

/** Where a question stands in its file does not matter. */
function digestOfQuestions({ lessons }: Course): string {
  const questions = lessons.flatMap((lesson) => lesson.questions);
  const text = JSON.stringify(questions, (key, value: unknown) => (key === 'place' || key === 'position' ? undefined : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
