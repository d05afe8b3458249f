import type { Place } from '../../../course/problem.js';
import type { ExerciseVerdict, Status, Verdict } from '../../../proof/index.js';
import { counted } from '../../figures.js';
import { kindOf } from './words.js';

/** What came of a claim or an exercise, as it is told. */
export interface Row {
  readonly id: string;
  readonly lesson: string;
  /** What is asserted, in a sentence. */
  readonly text: string;
  readonly kind: string;
  readonly runs: number;
  readonly status: Status;
  readonly reason: string;
  readonly place: Place;
}

export function rowOfClaim({ claim, status, reason, evidence }: Verdict): Row {
  const { id, lesson, text, proof, place } = claim;
  return { id, lesson, text, kind: kindOf(proof), runs: evidence.length, status, reason, place };
}

export function rowOfExercise({ owned, status, reason, parts }: ExerciseVerdict): Row {
  const { id, lesson, exercise } = owned;
  const wrong = Object.values(exercise.programs).reduce((sum, program) => sum + program.wrong.length, 0);
  const others = wrong === 0 ? 'the program does not' : `the program and ${wrong === 1 ? 'a near miss' : `${wrong} near misses`} do not`;
  const text = `Your turn: the solution passes ${counted(exercise.checks.length, 'check')}, and ${others}`;
  return { id, lesson, text, kind: 'exercise', runs: parts.reduce((sum, part) => sum + part.runs, 0), status, reason, place: exercise.place };
}

/** Those of claims and of exercises, those of each lesson together. */
export function rowsOf(verdicts: readonly Verdict[], exercises: readonly ExerciseVerdict[]): Row[] {
  const rows = [...verdicts.map(rowOfClaim), ...exercises.map(rowOfExercise)];
  return [...new Set(rows.map(({ lesson }) => lesson))].flatMap((lesson) => rows.filter((row) => row.lesson === lesson));
}
