import type { Aim, Language } from './entry.js';

/** What the journal says when it is folded, of all courses. */
export interface State {
  readonly aim: Aim | undefined;
  readonly lang: Language | undefined;
  /** SHA-256 of the programs that were agreed to. */
  readonly trusted: ReadonlySet<string>;
  readonly courses: ReadonlyMap<string, CourseState>;
  /** How many damaged lines have been told of. */
  readonly damageTold: number;
}

export interface CourseState {
  readonly lessons: ReadonlyMap<string, LessonState>;
  readonly questions: ReadonlyMap<string, QuestionState>;
  /** The lesson in which the learner was last. */
  readonly lastLesson: string | undefined;
}

export interface LessonState {
  /** Counted from 0. */
  readonly page: number;
  readonly of: number;
  /** When it was finished first, in ms since 1970. */
  readonly finishedAt: number | undefined;
  readonly at: number;
}

export interface QuestionState {
  readonly topic: string;
  /** The oldest first. */
  readonly answers: readonly { readonly at: number; readonly right: number; readonly guessed: boolean }[];
}
