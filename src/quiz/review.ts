import type { Question } from '../course/lesson.js';
import type { CourseState } from '../progress/state.js';
import { DAY, type Memory, memoryOf, retrievability } from './memory.js';
import type { History } from './standing.js';

/** A day of the learner's, from when it begins until the next one does, in ms since 1970. */
export interface Day {
  readonly begins: number;
  readonly ends: number;
}

/** How many questions a day are enough: those asked again, and those never asked before. */
export const DAILY = { again: 30, fresh: 10 } as const;

/** What there is to review. */
export interface Review {
  /** In the order in which they are asked. */
  readonly due: readonly Question[];
  /** Never asked, of lessons that were read; in the order of the course. */
  readonly fresh: readonly Question[];
  /** How many more are due, or never asked, than a day should have. */
  readonly waiting: number;
  /** When the next one that was asked before is due; undefined if all are due, or none was asked. */
  readonly next: number | undefined;
}

export interface ReviewOptions {
  readonly now: number;
  readonly today: Day;
  /** Ids of the lessons that were read. */
  readonly read: ReadonlySet<string>;
  /** As many as this, whatever was asked today. */
  readonly most?: number | undefined;
}

/**
 * What is due today: the longest overdue day first, and of a day what is most likely forgotten. What was asked today
 * counts against the day's measure, so that to review again after a break does not double it.
 */
export function review(questions: readonly Question[], history: History, options: ReviewOptions): Review {
  const { today, read } = options;
  const asked = questions.flatMap((question) => {
    const memory = memoryOf(question, history);
    return memory === undefined ? [] : [{ question, memory, first: history.get(question.id)?.answers[0]?.at ?? 0 }];
  });
  const due = inOrder(asked.filter(({ memory }) => memory.due < today.ends), options);
  const fresh = questions.filter(({ id, lesson }) => !history.has(id) && read.has(lesson));
  const isToday = (at: number): boolean => at >= today.begins && at < today.ends;
  const firstToday = asked.filter(({ first }) => isToday(first)).length;
  const againToday = asked.filter(({ memory, first }) => isToday(memory.at) && !isToday(first)).length;
  const mostDue = options.most ?? Math.max(0, DAILY.again - againToday);
  const mostFresh = options.most === undefined ? Math.max(0, DAILY.fresh - firstToday) : Math.max(0, options.most - due.length);
  const later = asked.map(({ memory }) => memory.due).filter((at) => at >= today.ends);
  return {
    due: due.slice(0, mostDue),
    fresh: fresh.slice(0, mostFresh),
    waiting: Math.max(0, due.length - mostDue) + Math.max(0, fresh.length - mostFresh),
    next: later.length === 0 ? undefined : Math.min(...later),
  };
}

/** Ids of the lessons that were read to their end. */
export function lessonsRead({ lessons }: CourseState): ReadonlySet<string> {
  return new Set([...lessons].flatMap(([id, { finishedAt }]) => (finishedAt === undefined ? [] : [id])));
}

type Remembered = { readonly question: Question; readonly memory: Memory };

function inOrder(due: readonly Remembered[], { now, today }: ReviewOptions): Question[] {
  return due
    .map(({ question, memory }) => (
      { question, day: Math.floor((memory.due - today.begins) / DAY), chance: retrievability(memory, now) }
    ))
    .toSorted((a, b) => a.day - b.day || a.chance - b.chance)
    .map(({ question }) => question);
}
