import type { Question } from '../course/lesson.js';
import { showsKnowledge } from './standing.js';

/** How a question was answered. */
export interface Result {
  readonly question: Question;
  /** From 0 to 1; in between only where the learner graded it. */
  readonly right: number;
  readonly guessed: boolean;
  /** What the answer showed that the learner wrongly believes: anchors in misconceptions.md. */
  readonly misconceptions: readonly string[];
}

/** What a quiz came to. What was guessed well counts as right, but is read again. */
export interface Score {
  /** The sum of the answers, so it need not be whole. */
  readonly right: number;
  readonly of: number;
  /** In the order in which the quiz came to them. */
  readonly topics: readonly TopicScore[];
  /** Ids of the lessons of what was missed or guessed: that with the most first, then that with the lower score. */
  readonly readAgain: readonly string[];
  /** Each once, the most frequent first. */
  readonly misconceptions: readonly string[];
}

export interface TopicScore {
  readonly topic: string;
  readonly right: number;
  readonly of: number;
}

export function score(results: readonly Result[]): Score {
  return {
    right: sumOf(results),
    of: results.length,
    topics: groups(results, ({ question }) => question.topic)
      .map(([topic, answers]) => ({ topic, right: sumOf(answers), of: answers.length })),
    readAgain: readAgain(results),
    misconceptions: groups(results.flatMap(({ misconceptions }) => misconceptions), (each) => each)
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([misconception]) => misconception),
  };
}

function readAgain(results: readonly Result[]): string[] {
  return groups(results, ({ question }) => question.lesson)
    .map(([lesson, answers]) => ({
      lesson,
      unknown: answers.filter((each) => !showsKnowledge(each)).length,
      share: sumOf(answers) / answers.length,
    }))
    .filter(({ unknown }) => unknown > 0)
    .toSorted((a, b) => b.unknown - a.unknown || a.share - b.share)
    .map(({ lesson }) => lesson);
}

function sumOf(results: readonly Result[]): number {
  return results.reduce((sum, { right }) => sum + right, 0);
}

/** In the order in which the first of each comes. */
function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): (readonly [string, readonly Item[]])[] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const group = found.get(keyOf(item));
    if (group) {
      group.push(item);
    } else {
      found.set(keyOf(item), [item]);
    }
  }
  return [...found];
}
