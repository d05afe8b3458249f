import type { Claim, Lesson, Question } from '../../../../src/course/index.js';
import type { Status, Verdict } from '../../../../src/proof/index.js';
import { claimOf } from '../../../proof/claims.js';
import { lessonOf } from '../../lessons.js';

interface LessonParts {
  readonly id: string;
  /** Anchors. */
  readonly claims: readonly string[];
  /** By their ids, the ids of their claims. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
}

/** Lessons with these claims and questions. */
export function courseWith(...parts: readonly LessonParts[]): { readonly lessons: readonly Lesson[] } {
  return {
    lessons: parts.map(({ id, claims, questions }) => ({
      ...lessonOf({ id }),
      file: `/course/${id}.md`,
      claims: claims.map((anchor) => claimWith(id, anchor)),
      questions: Object.entries(questions).map(([question, ids]) => questionWith(question, ids)),
    })),
  };
}

export function claimWith(lesson: string, anchor: string): Claim {
  return { ...claimOf(`${lesson}#${anchor}`, { asserts: { kind: 'always', expression: 'n > 3' } }), lesson };
}

export function questionWith(id: string, claims: readonly string[], definition = false): Question {
  const place = { file: '/course/a.md', line: 1, column: 1 };
  return { id, lesson: 'a', topic: 'a', text: [], claims, definition, place, kind: 'explain', model: [] };
}

export function verdictOf(claim: Claim, status: Status, reason = 'it is so'): Verdict {
  return { claim, status, reason, bound: undefined, evidence: [] };
}
