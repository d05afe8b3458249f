import type { Claim } from './claim.js';
import type { Course, Question } from './lesson.js';

/** All claims of the course, in the order of its lessons. */
export function claimsOf({ lessons }: Pick<Course, 'lessons'>): Claim[] {
  return lessons.flatMap(({ claims }) => claims);
}

/** The claim with this id; undefined when no lesson that can be shown has it. */
export function claimOf(course: Course, id: string): Claim | undefined {
  return claimsOf(course).find((claim) => claim.id === id);
}

/** What the keys of the quiz rest on. */
interface Coverage {
  readonly proved: readonly Question[];
  readonly definitions: readonly Question[];
  /** Those with neither. */
  readonly bare: readonly Question[];
}

/** Each question of the course is in one of the three lists. */
export function coverage({ lessons }: Pick<Course, 'lessons'>): Coverage {
  const questions = lessons.flatMap((lesson) => lesson.questions);
  return {
    proved: questions.filter(({ claims }) => claims.length > 0),
    definitions: questions.filter(({ claims, definition }) => claims.length === 0 && definition),
    bare: questions.filter(({ claims, definition }) => claims.length === 0 && !definition),
  };
}
