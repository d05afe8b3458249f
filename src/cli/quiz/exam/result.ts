import type { Course } from '../../../course/index.js';
import { type Result, type Score, score } from '../../../quiz/index.js';
import type { Language } from '../../../progress/index.js';
import type { Paper, Task } from './paper.js';
import { answeredOf, type Given, type Sitting } from './sitting.js';

/** All that the result of an exam says. */
export interface ExamResult {
  readonly course: Course;
  readonly paper: Paper;
  readonly sitting: Sitting;
  /** Ids of the questions whose keys a run on this machine refutes: they are not counted. */
  readonly withdrawn: ReadonlySet<string>;
  readonly began: Date;
  readonly tookMs: number;
  /** The command that asks the same questions again. */
  readonly command: string;
  /** Of mp-tutor. */
  readonly version: string;
  /** The system, its processors, the versions of Node and Python. */
  readonly machine: readonly string[];
  /** Whose code the learner was shown. */
  readonly lang: Language;
  readonly first: 'python' | 'js';
}

/** A task, what was given for it, and what that is worth. */
export interface Judged {
  readonly task: Task;
  readonly given: Given | undefined;
  readonly right: number;
  readonly counts: boolean;
}

export function judge({ paper, sitting, withdrawn }: Pick<ExamResult, 'paper' | 'sitting' | 'withdrawn'>): Judged[] {
  return paper.tasks.map((task, index) => {
    const given = sitting.given[index];
    return { task, given, right: answeredOf(task, given)?.right ?? 0, counts: !withdrawn.has(task.question.id) };
  });
}

/** Of all questions of the exam: what was not answered is not right. */
export function scoreOf(judged: readonly Judged[]): Score {
  const results = judged.filter(({ counts }) => counts).map(({ task, given, right }): Result => (
    { question: task.question, right, guessed: false, misconceptions: answeredOf(task, given)?.misconceptions ?? [] }
  ));
  return score(results);
}

const HOW_IT_ENDED = { 'all were asked': 'Ended', left: 'Left', 'end of input': 'The input ended', interrupted: 'Interrupted' } as const;

/** Sentences on how it ended and what does not count; none when there is nothing to say. */
export function remarksOn({ paper, sitting, withdrawn }: Pick<ExamResult, 'paper' | 'sitting' | 'withdrawn'>): string[] {
  const [reached, of] = [sitting.given.length, paper.tasks.length];
  const passedOver = sitting.given.filter(({ kind }) => kind === 'nothing').length;
  const ungraded = sitting.given.filter((given) => given.kind === 'wrote' && given.right === undefined).length;
  const without = paper.tasks.filter(({ question }) => withdrawn.has(question.id)).length;
  return [
    ...(reached < of
      ? [`${HOW_IT_ENDED[sitting.end]} after ${reached} of ${of} questions: what was not answered counts as not right.`]
      : []),
    ...(passedOver === 0 ? [] : [`${passedOver} of the questions ${passedOver === 1 ? 'was' : 'were'} passed over without an answer.`]),
    ...(ungraded === 0 ? [] : [`${ungraded} written ${ungraded === 1 ? 'answer was' : 'answers were'} not graded and ${ungraded === 1 ? 'counts' : 'count'} as missed.`]),
    ...(without === 0 ? [] : [`${without} ${without === 1 ? 'question is' : 'questions are'} not counted: a run on this machine refutes the key.`]),
  ];
}

/** A sum of grades such as 2.5. */
export function figure(right: number): string {
  return `${Math.round(right * 100) / 100}`;
}

/** Such as `14 of 20 right (70 %)`. */
export function scoreLine({ right, of }: Score): string {
  return of === 0 ? 'No question counts.' : `${figure(right)} of ${of} right (${Math.round((right / of) * 100)} %)`;
}

/** Such as `12 min 5 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
