import type { Course, Question } from '../../course/index.js';
import { meantBy } from '../../course/ids.js';
import { type History, pickQuestions, seededRandom } from '../../quiz/index.js';
import { UsageError } from '../exit.js';

/** The questions of a quiz in their order, and how it can be had again. */
export interface Selection {
  readonly questions: readonly Posed[];
  /** The seed that gives the same questions to anybody; undefined when what was answered before decided about them. */
  readonly seed: number | undefined;
}

/** A question, and the seed of the order of its choices, so that it looks the same whenever it is shown. */
export interface Posed {
  readonly question: Question;
  readonly seed: number;
}

/** Without a topic all questions. @throws UsageError for what is neither a topic nor a lesson */
export function questionsOn({ lessons, topics }: Course, topic: string | undefined): readonly Question[] {
  const all = lessons.flatMap(({ questions }) => questions);
  if (topic === undefined) {
    return all;
  }
  const known = [...new Set([...topics, ...lessons.map(({ id }) => id)])];
  if (!known.includes(topic)) {
    const near = meantBy(topic, known);
    const instead = near === undefined ? `There are ${topics.join(', ')}.` : `Did you mean ${near}?`;
    throw new UsageError(`there is no topic or lesson "${topic}". ${instead}`);
  }
  const onTopic = all.filter((question) => question.topic === topic);
  return onTopic.length > 0 ? onTopic : all.filter(({ lesson }) => lesson === topic);
}

export interface Wish {
  readonly count: number;
  readonly topics: readonly string[];
  readonly seed: number;
  /** What was answered before does not matter. */
  readonly repeats: boolean;
}

/** The questions that are wished for, in the order in which they are asked. */
export function selectQuestions(
  questions: readonly Question[],
  history: History,
  { count, topics, seed, repeats }: Wish,
): Selection {
  const pick = (useHistory: boolean): Question[] =>
    pickQuestions(questions, history, { count, topics, random: seededRandom(seed), useHistory });
  const picked = pick(!repeats);
  const isRepeatable = pick(false).every(({ id }, index) => id === picked[index]?.id);
  return {
    questions: picked.map((question, index) => ({ question, seed: seed + index + 1 })),
    seed: isRepeatable ? seed : undefined,
  };
}
