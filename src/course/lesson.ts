import type { PhrasingContent, RootContent } from 'mdast';
import type { Assertion, Claim, Needs, ProofRun, StartMethod } from './claim.js';
import type { Place, Problem } from './problem.js';

/** Markdown as its parser gives it; nothing in it has been made safe for a terminal yet. */
export type Blocks = readonly RootContent[];

/** A folder of lessons. */
export interface Course {
  /** What the learner's journal knows the course by: `id` of its course.yaml, or else the real path of its folder. */
  readonly id: string;
  readonly title: string;
  /** Absolute path. */
  readonly folder: string;
  /** In the order of the files' names. */
  readonly lessons: readonly Lesson[];
  readonly paths: readonly Path[];
  /** Topics in the order in which a quiz takes them: that of course.yaml, then that of the lessons. */
  readonly topics: readonly string[];
  /** What people wrongly believe, by the anchor of its heading in misconceptions.md; the value is that heading. */
  readonly misconceptions: ReadonlyMap<string, string>;
  /** Everything that is wrong anywhere in the course, in the order of files and lines. */
  readonly problems: readonly Problem[];
}

/** A way through the lessons, for a reader with one aim. */
export interface Path {
  readonly id: string;
  readonly title: string;
  /** Ids. */
  readonly lessons: readonly string[];
}

/** One Markdown file: one question, a prediction, a run, the answer, quiz questions. */
export interface Lesson {
  readonly id: string;
  /** Absolute path. */
  readonly file: string;
  /** The question, as plain text. */
  readonly title: string;
  readonly topic: string;
  /** Ids of the lessons that come before. */
  readonly after: readonly string[];
  /** What stands between the title and the first section. */
  readonly opening: Blocks;
  readonly prediction: Prediction | undefined;
  readonly run: Run | undefined;
  readonly mend: Mend | undefined;
  /** Without the fences of its claims. */
  readonly answer: Blocks;
  /** Ids of the claims in it, in their order. */
  readonly answerClaims: readonly string[];
  /** The text of the tip in the answer, which is also part of `answer`. */
  readonly inAnExam: Blocks;
  /** Sections with a title of their own, between the answer and the learner's turn. */
  readonly more: readonly Section[];
  /** Without the fence of its exercise. */
  readonly yourTurn: Blocks;
  readonly exercise: Exercise | undefined;
  readonly questions: readonly Question[];
  /** All of its file, those of its questions too. */
  readonly claims: readonly Claim[];
}

export interface Section {
  readonly title: string;
  /** Without the fences of its claims; their headings, `### Claim: …`, and their texts stay. */
  readonly blocks: Blocks;
  /** Ids of the claims in it, in their order. */
  readonly claims: readonly string[];
}

export interface Prediction {
  /** Without the fact, which its author writes at its end. */
  readonly text: Blocks;
  /** The fact of the run that decides, as in `workerPids` or `thread.takes.SIGKILL`. */
  readonly fact: string;
  readonly choices: readonly Guess[];
}

/** A choice of a prediction: it was right if the run's fact is as expected. `right` marks what is usual. */
export interface Guess extends Choice {
  readonly expected: Expected;
}

/** Numbers from `from` to `to`, both included, or exactly this. */
export type Expected =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'value'; readonly value: string | number | boolean };

/** What a lesson runs. */
export interface Run {
  readonly call: Call;
  /** What the section says besides, shown before the run. */
  readonly text: Blocks;
}

/** Changes of what the lesson runs, of which one or more mend it: each can be run, and a claim says which do. */
export interface Mend {
  /** The question, without the fence. */
  readonly text: Blocks;
  readonly choices: readonly MendChoice[];
  /** Id of the claim: it holds in the runs of the right choices, and fails in those of the others. */
  readonly claim: string;
}

/** A change, and the program with it. */
export interface MendChoice extends Choice {
  readonly run: ProofRun;
}

/** A program that the learner changes until its processes do what is asked for. */
export interface Exercise {
  readonly programs: { readonly python?: ExerciseProgram; readonly node?: ExerciseProgram };
  readonly checks: readonly Check[];
  /** How often the program is run to be checked. */
  readonly times: number;
  readonly limitMs: number;
  /** Of a Python program; undefined for Python's default. */
  readonly startMethod: StartMethod | undefined;
  readonly stdout: ProofRun['stdout'];
  readonly needs: Needs;
  /** Of the fence. */
  readonly place: Place;
}

/** Absolute paths. */
export interface ExerciseProgram {
  /** What the learner gets. */
  readonly program: string;
  /** It passes all checks. */
  readonly solution: string;
  /** Near misses; each fails at least one check. */
  readonly wrong: readonly string[];
}

/** What the runs of a learner's program must show. */
export interface Check {
  /** In a sentence. */
  readonly says: string;
  readonly asserts: Exclude<Assertion, { kind: 'ratio' }>;
  /** What to look at; not the solution. */
  readonly hint: string | undefined;
}

/** A command line of a lesson, of the three kinds that there are. */
export type Call = {
  /** As it stands in the lesson. */
  readonly text: string;
  readonly place: Place;
  readonly args: readonly string[];
} & (
  | { readonly kind: 'demo'; readonly demo: string }
  | { readonly kind: 'program'; readonly runtime: 'node' | 'python3'; /** Absolute path. */ readonly file: string }
);

/** `which`: process, thread, both or neither. `output`: what does this program print? */
export type ChoiceKind = 'one' | 'several' | 'true-false' | 'which' | 'output';

export type Question = ChoiceQuestion | ExplainQuestion;

interface Asked {
  /** Unique in the course. */
  readonly id: string;
  /** Id of the lesson. */
  readonly lesson: string;
  readonly topic: string;
  readonly text: Blocks;
  /** Ids of what shows the answer: claims of its own, and those that it links to, also of other lessons. */
  readonly claims: readonly string[];
  /** It asks what a word means, which no run can show. */
  readonly definition: boolean;
  readonly place: Place;
}

export interface ChoiceQuestion extends Asked {
  readonly kind: ChoiceKind;
  readonly choices: readonly Choice[];
  /** The choices keep their order. */
  readonly ordered: boolean;
}

/** The learner writes the answer, compares it with the model, and grades it. */
export interface ExplainQuestion extends Asked {
  readonly kind: 'explain';
  readonly model: Blocks;
}

export interface Choice {
  readonly text: readonly PhrasingContent[];
  readonly right: boolean;
  /** Why it tempts, or why it is right; without the link to the misconception. */
  readonly why: Blocks;
  /** Anchor in misconceptions.md. */
  readonly misconception: string | undefined;
  readonly place: Place;
}
