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
  /** Without what was answered under a key that a run refuted later. */
  readonly questions: ReadonlyMap<string, QuestionState>;
  /** By the ids of their lessons. One that was checked is not yet a lesson that was begun. */
  readonly exercises: ReadonlyMap<string, ExerciseState>;
  /** Claims that a run on this machine refutes, and no later proof upholds, by their ids; the value is the digest of the claim as it was then. */
  readonly refuted: ReadonlyMap<string, string>;
}

export interface LessonState {
  /** Counted from 0. */
  readonly page: number;
  /** 0 when the journal names no page of the lesson. */
  readonly of: number;
  /** When it was finished first, in ms since 1970. */
  readonly finishedAt: number | undefined;
  /** What was predicted last, in the words of the choice's value; undefined when the learner would not guess. */
  readonly expects: string | undefined;
  /** Whether the last prediction came true. */
  readonly predicted: boolean | undefined;
  /** When the learner was there last, in ms since 1970. */
  readonly at: number;
}

export interface QuestionState {
  readonly topic: string;
  /** The oldest first. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  /** In ms since 1970. */
  readonly at: number;
  /** From 0 to 1. */
  readonly right: number;
  readonly guessed: boolean;
}

/** What became of the exercise of a lesson. */
export interface ExerciseState {
  /** In which languages it has been solved once, whatever was checked later. */
  readonly solved: ReadonlySet<'python' | 'node'>;
  /** How many checks passed when it was checked last, and of how many. */
  readonly passed: number;
  readonly of: number;
  /** When that was, in ms since 1970. */
  readonly at: number;
}

/** Of a course in which nothing has been done. */
export const emptyCourse: CourseState = { lessons: new Map(), questions: new Map(), exercises: new Map(), refuted: new Map() };
