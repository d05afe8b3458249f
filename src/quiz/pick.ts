import type { Question } from '../course/lesson.js';
import { type Random, shuffled } from './random.js';
import { type History, lastAsked, standing } from './standing.js';

export interface PickOptions {
  /** How many at most. */
  readonly count: number;
  /** Topics in the order in which new questions come; those of others come last. */
  readonly topics: readonly string[];
  readonly random: Random;
  /** False: as if nothing had been asked before, so that the same seed picks the same questions. */
  readonly useHistory: boolean;
}

/**
 * The questions of a quiz, in the order in which they are asked: first those that were missed or guessed, then the new
 * ones, topic by topic, then those that are known. Within a topic the lessons take turns.
 *
 * What was missed longest ago comes first: were it the latest, those that are missed again and again would keep the
 * others from ever coming back. So too of those known.
 */
export function pickQuestions(questions: readonly Question[], history: History, options: PickOptions): Question[] {
  const { count, topics, random, useHistory } = options;
  const seen: History = useHistory ? history : new Map();
  const places = new Map(topics.map((topic, index) => [topic, index]));
  const placeOf = ({ topic }: Question): number => places.get(topic) ?? topics.length;
  return inOrder(shuffled(questions, random), seen, placeOf).slice(0, Math.max(0, count));
}

/** The questions that are asked at the end of their lesson: chosen in the same way, but in the order of the lesson. */
export function pickForLesson(questions: readonly Question[], history: History, count: number): Question[] {
  return inOrder(questions, history, () => 0).slice(0, Math.max(0, count));
}

const STANDINGS = ['due', 'new', 'known'] as const;

/** Where nothing else decides, the order in which they are given is kept. */
function inOrder(questions: readonly Question[], history: History, placeOf: (each: Question) => number): Question[] {
  const turns = new Map<string, number>();
  return questions
    .map((question) => {
      const stands = standing(question, history);
      const turnOf = `${stands} ${question.lesson} ${question.topic}`;
      const turn = turns.get(turnOf) ?? 0;
      turns.set(turnOf, turn + 1);
      return { question, ranks: [STANDINGS.indexOf(stands), lastAsked(question, history), placeOf(question), turn] };
    })
    .toSorted((a, b) => compare(a.ranks, b.ranks))
    .map(({ question }) => question);
}

/** Number by number: the first that differ decide. */
function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((each, index) => each - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
