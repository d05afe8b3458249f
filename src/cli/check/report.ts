import type { Course, Question } from '../../course/index.js';

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
  const counted = KINDS.map(({ kind }) => [kind, questions.filter((question) => question.kind === kind).length] as const);
  return {
    lessons: lessons.length,
    questions: questions.length,
    kinds: Object.fromEntries(counted.filter(([, count]) => count > 0)),
    topics: topics.length,
  };
}

/** As in `2 lessons, 5 questions (4 one choice, 1 explain), 1 topic`. */
export function describeCounts({ lessons, questions, kinds, topics }: Counts): string {
  const list = KINDS.flatMap(({ kind, called }) => (kinds[kind] === undefined ? [] : [`${kinds[kind]} ${called}`])).join(', ');
  const inKinds = list === '' ? '' : ` (${list})`;
  return `${counted(lessons, 'lesson')}, ${counted(questions, 'question')}${inKinds}, ${counted(topics, 'topic')}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
