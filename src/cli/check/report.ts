import type { Course, Question } from '../../course/index.js';
import { counted } from '../figures.js';

/** Kinds in the order in which they are counted, with what they are called. */
const KINDS: readonly { readonly kind: Question['kind']; readonly called: string }[] = [
  { kind: 'one', called: 'one choice' },
  { kind: 'several', called: 'several choices' },
  { kind: 'true-false', called: 'true or false' },
  { kind: 'which', called: 'process or thread' },
  { kind: 'output', called: 'predict the output' },
  { kind: 'explain', called: 'explain' },
];

/** What there is in a course; kinds without questions are left out. */
export interface Counts {
  readonly lessons: number;
  readonly questions: number;
  readonly kinds: { readonly [kind in Question['kind']]?: number };
  readonly topics: number;
}

export function countsOf({ lessons, topics }: Pick<Course, 'lessons' | 'topics'>): Counts {
  const questions = lessons.flatMap((lesson) => lesson.questions);
  const numbers = KINDS.map(({ kind }) => [kind, questions.filter((each) => each.kind === kind).length] as const);
  return {
    lessons: lessons.length,
    questions: questions.length,
    kinds: Object.fromEntries(numbers.filter(([, count]) => count > 0)),
    topics: topics.length,
  };
}

/** As in `2 lessons, 5 questions (4 one choice, 1 explain), 1 topic`. */
export function describeCounts({ lessons, questions, kinds, topics }: Counts): string {
  const list = KINDS.flatMap(({ kind, called }) => (kinds[kind] === undefined ? [] : [`${kinds[kind]} ${called}`]));
  const inKinds = list.length === 0 ? '' : ` (${list.join(', ')})`;
  return `${counted(lessons, 'lesson')}, ${counted(questions, 'question')}${inKinds}, ${counted(topics, 'topic')}`;
}
