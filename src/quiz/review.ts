import type { Question } from '../course/lesson.js';
import { DAY, memoryOf, retrievability } from './memory.js';
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
}

/**
 * What is due today: the longest overdue day first, and of a day what is most likely forgotten. What was asked today
 * counts against the day's measure, so that to review again after a break does not double it.
 */
export function review(questions: readonly Question[], history: History, { now, today, read }: ReviewOptions): Review {
  const asked = questions.flatMap((question) => {
    const memory = memoryOf(question, history);
    return memory === undefined ? [] : [{ question, memory, first: history.get(question.id)?.answers[0]?.at ?? 0 }];
  });
  const due = asked
    .filter(({ memory }) => memory.due < today.ends)
    .map(({ question, memory }) => (
      { question, day: Math.floor((memory.due - today.begins) / DAY), chance: retrievability(memory, now) }
    ))
    .toSorted((a, b) => a.day - b.day || a.chance - b.chance)
    .map(({ question }) => question);
  const doneToday = asked.filter(({ memory }) => memory.at >= today.begins && memory.at < today.ends);
  const firstToday = doneToday.filter(({ first }) => first >= today.begins).length;
  const fresh = questions.filter(({ id, lesson }) => !history.has(id) && read.has(lesson));
  const [mostDue, mostFresh] = [
    Math.max(0, DAILY.again - (doneToday.length - firstToday)), Math.max(0, DAILY.fresh - firstToday),
  ];
  const later = asked.map(({ memory }) => memory.due).filter((at) => at >= today.ends);
  return {
    due: due.slice(0, mostDue),
    fresh: fresh.slice(0, mostFresh),
    waiting: Math.max(0, due.length - mostDue) + Math.max(0, fresh.length - mostFresh),
    next: later.length === 0 ? undefined : Math.min(...later),
  };
}
