import { basename } from 'node:path';
import { type Exercise, type ExerciseLanguage, exerciseRun, type OwnedExercise, type ProofRun } from '../course/index.js';
import type { CheckResult } from './checks.js';
import type { Machine, Status } from './verdict.js';
import { whyNotRun } from './why-skipped.js';

/** One of the programs of an exercise: its solution must pass all checks, each other one must fail one at least. */
export interface ExercisePart {
  readonly role: 'program' | 'solution' | 'wrong';
  readonly run: ProofRun;
}

/** What its runs have shown. */
export interface PartResult extends ExercisePart {
  /** How many there were: of what must fail, no more than were needed. */
  readonly runs: number;
  readonly checks: readonly CheckResult[];
}

export interface ExerciseVerdict {
  readonly owned: OwnedExercise;
  /** `fails`: the solution does. `proves nothing`: a program that must fail passes all checks. */
  readonly status: Exclude<Status, 'not seen'>;
  readonly reason: string;
  readonly parts: readonly PartResult[];
}

/** The programs of an exercise that are run here: all, or where there is no Python those of Node. */
export interface Able {
  readonly parts: readonly ExercisePart[];
  /** What is to be said of that, for the end of a reason. */
  readonly remark: string;
}

function partsOfExercise(exercise: Exercise): ExercisePart[] {
  const languages: readonly ExerciseLanguage[] = ['python', 'node'];
  return languages.flatMap((language): ExercisePart[] => {
    const programs = exercise.programs[language];
    const part = (role: ExercisePart['role'], file: string): ExercisePart => ({ role, run: exerciseRun(exercise, language, file) });
    return programs === undefined
      ? []
      : [part('program', programs.program), part('solution', programs.solution), ...programs.wrong.map((file) => part('wrong', file))];
  });
}

/** What can be run on this machine, or why it is skipped. */
export function ableOf({ exercise }: OwnedExercise, machine: Machine): Able | { readonly whySkipped: string } {
  const parts = partsOfExercise(exercise);
  const reason = whyNot(parts, exercise, machine);
  if (reason === undefined) {
    return { parts, remark: '' };
  }
  const inNode = parts.filter(({ run: { call } }) => call.kind === 'program' && call.runtime === 'node');
  return !machine.python && inNode.length > 0 && whyNot(inNode, exercise, machine) === undefined
    ? { parts: inNode, remark: '; without its programs in Python, which is not here' }
    : { whySkipped: reason };
}

function whyNot(parts: readonly ExercisePart[], { needs }: Exercise, machine: Machine): string | undefined {
  return whyNotRun(parts.map(({ run }) => run), needs, machine);
}

/** As in `the solution eaters-solution.py`. */
export function nameOfPart({ role, run: { call } }: ExercisePart): string {
  const file = call.kind === 'program' ? basename(call.file) : call.text;
  return `${{ program: 'the program', solution: 'the solution', wrong: 'the near miss' }[role]} ${file}`;
}
