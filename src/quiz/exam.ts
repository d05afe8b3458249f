import type { Question } from '../course/lesson.js';
import { seededRandom, shuffled } from './random.js';

/** What an exam asks: always the same for the same questions, count and seed. */
export interface ExamOptions {
  readonly count: number;
  readonly seed: number;
  /** In the order in which they are asked. */
  readonly topics: readonly string[];
}

/**
 * The questions of an exam, topic by topic. Each topic has its share, and at least one question where there are enough for
 * that; of a topic, chance takes them.
 */
export function pickExam(questions: readonly Question[], { count, seed, topics }: ExamOptions): Question[] {
  const random = seededRandom(seed);
  const known = [...topics, ...questions.map(({ topic }) => topic)];
  const groups = [...new Set(known)]
    .map((topic) => questions.filter((question) => question.topic === topic))
    .filter((group) => group.length > 0);
  const shares = sharesOf(groups.map(({ length }) => length), Math.min(count, questions.length));
  return groups.flatMap((group, index) => shuffled(group, random).slice(0, shares[index] ?? 0));
}

/** Gives one after the other to whom most is missing of what its size asks for. */
function sharesOf(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const shares: number[] = sizes.map(() => (count >= sizes.length ? 1 : 0));
  for (let left = count - shares.reduce((sum, share) => sum + share, 0); left > 0; left--) {
    const missing = sizes.map((size, index) => {
      const share = shares[index] ?? 0;
      return share < size ? (size * count) / total - share : Number.NEGATIVE_INFINITY;
    });
    const most = missing.indexOf(Math.max(...missing));
    shares[most] = (shares[most] ?? 0) + 1;
  }
  return shares;
}
