/** Why somebody is here, as they said at the first start. `look` is also said by those who skip the question. */
export type Aim = 'exam' | 'choose' | 'teach' | 'look';

/** Whose code comes first, or that both are shown. */
export type Language = 'python' | 'js' | 'both';

/** A line of the journal. `at` is in ms since 1970. Courses, lessons and questions are named by their ids. */
export type Entry = { readonly at: number } & Event;

export type Event =
  | { readonly kind: 'settings'; readonly aim?: Aim; readonly lang?: Language }
  /** The learner is at this page of the lesson; counted from 0. */
  | {
    readonly kind: 'page'; readonly course: string; readonly lesson: string; readonly page: number; readonly of: number;
  }
  | { readonly kind: 'finished'; readonly course: string; readonly lesson: string }
  /**
   * What the learner predicts of the lesson's run, as the value of a choice is written for people, such as `1 to 3`;
   * without it they would rather not guess.
   */
  | { readonly kind: 'expectation'; readonly course: string; readonly lesson: string; readonly expects?: string }
  /** A prediction that was compared with a run. */
  | { readonly kind: 'prediction'; readonly course: string; readonly lesson: string; readonly right: boolean }
  /** `right` is between 0 and 1 for an answer that the learner graded. */
  | {
    readonly kind: 'answer'; readonly course: string; readonly question: string; readonly topic: string;
    readonly right: number;
  }
  /** An exercise of a lesson was checked: so many of its checks passed. It is solved when all did. */
  | {
    readonly kind: 'exercise'; readonly course: string; readonly lesson: string; readonly runtime: 'python' | 'node';
    readonly passed: number; readonly of: number;
  }
  /** The last answer to the question was a guess. */
  | { readonly kind: 'guess'; readonly course: string; readonly question: string }
  /**
   * A run on the learner's machine refutes a claim on which the keys of these questions rest: what was answered to them
   * before does not count. `digest` is that of the claim as it was then: SHA-256, hexadecimal.
   */
  | {
    readonly kind: 'refuted'; readonly course: string; readonly claim: string; readonly digest: string;
    readonly questions: readonly string[];
  }
  /** The claim that was refuted when its digest was this one holds after all: its questions are asked again. */
  | { readonly kind: 'upheld'; readonly course: string; readonly claim: string; readonly digest: string }
  /** Programs with this content may run: SHA-256, hexadecimal. */
  | { readonly kind: 'trust'; readonly sha256: string }
  /** So many damaged lines have been told of. */
  | { readonly kind: 'damage-told'; readonly lines: number }
  /** All before this that belongs to the course is forgotten. */
  | { readonly kind: 'reset'; readonly course: string };
