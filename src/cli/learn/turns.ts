import type { Lesson, Mend, Prediction, Question, Run, Section } from '../../course/index.js';
import type { LessonState } from '../../progress/index.js';

/** A page of a lesson. */
export type Turn =
  /** A question of an earlier lesson. It stands before the lesson's own pages, and is not one of them. */
  | { readonly kind: 'earlier'; readonly question: Question }
  /** The question, and what it is about. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'prediction'; readonly prediction: Prediction }
  /** What is said before the run; without it, the prediction leads into the run. */
  | { readonly kind: 'run'; readonly run: Run }
  /** What the run showed, beside what was predicted. */
  | { readonly kind: 'comparison'; readonly run: Run }
  /** Changes of what was run, to choose from: which mends it? */
  | { readonly kind: 'mend'; readonly mend: Mend }
  | { readonly kind: 'answer' }
  | { readonly kind: 'more'; readonly section: Section }
  | { readonly kind: 'your-turn' }
  | { readonly kind: 'quiz'; readonly question: Question }
  | { readonly kind: 'end' };

/** The pages of a lesson in their order, with these of its questions. */
export function turnsOf({ prediction, run, mend, more, yourTurn, exercise }: Lesson, questions: readonly Question[]): Turn[] {
  return [
    { kind: 'opening' },
    ...(prediction ? [{ kind: 'prediction', prediction } as const] : []),
    ...(run ? turnsOfRun(run, prediction !== undefined) : []),
    ...(mend ? [{ kind: 'mend', mend } as const] : []),
    { kind: 'answer' },
    ...more.map((section) => ({ kind: 'more', section }) as const),
    ...(yourTurn.length > 0 || exercise ? [{ kind: 'your-turn' } as const] : []),
    ...questions.map((question) => ({ kind: 'quiz', question }) as const),
    { kind: 'end' },
  ];
}

function turnsOfRun(run: Run, isPredicted: boolean): Turn[] {
  const says = !isPredicted || run.text.length > 0;
  return [...(says ? [{ kind: 'run', run } as const] : []), { kind: 'comparison', run }];
}

/** Those pages after a question of an earlier lesson, if there is one. */
export function openedBy(question: Question | undefined, turns: readonly Turn[]): readonly Turn[] {
  return question ? [{ kind: 'earlier', question }, ...turns] : turns;
}

/** Which of the lesson's own pages this is, counted from 0, and of how many; undefined if it is none of them. */
export function ownPage(turns: readonly Turn[], at: number): { readonly page: number; readonly of: number } | undefined {
  const first = firstPage(turns);
  return at < first ? undefined : { page: at - first, of: turns.length - first };
}

/** The index of the lesson's first own page. */
export function firstPage(turns: readonly Turn[]): number {
  return turns[0]?.kind === 'earlier' ? 1 : 0;
}

/** Where to go on in a lesson that was left in the middle; 0 for one that was read to its end. */
export function resumeAt(turns: readonly Turn[], state: LessonState | undefined): number {
  const page = Math.min(state?.page ?? 0, turns.length - 1);
  switch (turns[page]?.kind) {
    case 'end':
      return 0;
    case 'quiz':
      // The questions are picked anew, without those that were answered before.
      return turns.findIndex(({ kind }) => kind === 'quiz');
    default:
      return withRun(turns, page, false);
  }
}

/** The page before. What a run showed can be shown only if there was one. */
export function pageBefore(turns: readonly Turn[], at: number, hasRun: boolean): number {
  return withRun(turns, Math.max(0, at - 1), hasRun);
}

/** This page, or without a run that which leads to it. */
function withRun(turns: readonly Turn[], at: number, hasRun: boolean): number {
  return turns[at]?.kind === 'comparison' && !hasRun ? Math.max(0, at - 1) : at;
}
