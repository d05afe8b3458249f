import { claimsOf, type Course, coverage, exercisesOf, minutesOf, type Question } from '../../course/index.js';
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
  readonly claims: number;
  readonly exercises: number;
  /** How many questions have a proof, ask for a definition, or have neither. */
  readonly proofs: { readonly proved: number; readonly definitions: number; readonly bare: number };
}

export function countsOf({ lessons, topics }: Pick<Course, 'lessons' | 'topics'>): Counts {
  const { proved, definitions, bare } = coverage({ lessons });
  const questions = lessons.flatMap((lesson) => lesson.questions);
  const numbers = KINDS.map(({ kind }) => [kind, questions.filter((each) => each.kind === kind).length] as const);
  return {
    lessons: lessons.length,
    questions: questions.length,
    kinds: Object.fromEntries(numbers.filter(([, count]) => count > 0)),
    topics: topics.length,
    claims: claimsOf({ lessons }).length,
    exercises: exercisesOf({ lessons }).length,
    proofs: { proved: proved.length, definitions: definitions.length, bare: bare.length },
  };
}

/** As in `2 lessons, 5 questions (4 one choice, 1 explain), 1 topic`. */
export function describeCounts({ lessons, questions, kinds, topics }: Counts): string {
  const list = KINDS.flatMap(({ kind, called }) => (kinds[kind] === undefined ? [] : [`${kinds[kind]} ${called}`]));
  const inKinds = list.length === 0 ? '' : ` (${list.join(', ')})`;
  return `${counted(lessons, 'lesson')}, ${counted(questions, 'question')}${inKinds}, ${counted(topics, 'topic')}`;
}

/** As in `84 claims. 9 exercises. 85 questions: 74 with a proof, 11 definitions, 0 without a proof`. */
export function describeCoverage({ lessons }: Pick<Course, 'lessons'>): string {
  const { claims, exercises, questions, proofs } = countsOf({ lessons, topics: [] });
  const parts = `${proofs.proved} with a proof, ${counted(proofs.definitions, 'definition')}, ${proofs.bare} without a proof`;
  return `${counted(claims, 'claim')}. ${exercises > 0 ? `${counted(exercises, 'exercise')}. ` : ''}${counted(questions, 'question')}: ${parts}`;
}

/** How long each lesson takes about, in minutes with one decimal, by its id. */
export function minutesByLesson({ lessons }: Pick<Course, 'lessons'>): { readonly [lesson: string]: number } {
  return Object.fromEntries(lessons.map((lesson) => [lesson.id, Number(minutesOf(lesson).toFixed(1))]));
}

/** As in `To read: pool 6 min, queue 7 min`; nothing where there is no lesson. */
export function describeMinutes({ lessons }: Pick<Course, 'lessons'>): string {
  const each = lessons.map((lesson) => `${lesson.id} ${Math.round(minutesOf(lesson))} min`);
  return each.length === 0 ? '' : `To read: ${each.join(', ')}`;
}
