import { dirname, relative } from 'node:path';
import type { ProofRun } from './claim.js';
import type { Course, Exercise, Lesson } from './lesson.js';

/** In which language an exercise can be done. */
export type ExerciseLanguage = keyof Exercise['programs'];

/** An exercise, and whose it is. */
export interface OwnedExercise {
  /** The lesson's id and `#exercise`. */
  readonly id: string;
  /** Id of the lesson. */
  readonly lesson: Lesson['id'];
  readonly exercise: Exercise;
}

/** All exercises of the course, in the order of its lessons. */
export function exercisesOf({ lessons }: Pick<Course, 'lessons'>): OwnedExercise[] {
  return lessons.flatMap(({ id, exercise }) => (exercise ? [{ id: `${id}#exercise`, lesson: id, exercise }] : []));
}

/** How a program is run to be checked: one of the exercise's own, or the learner's. @param file - absolute path */
export function exerciseRun({ place, startMethod, stdout, limitMs }: Exercise, language: ExerciseLanguage, file: string): ProofRun {
  const runtime = language === 'python' ? 'python3' : 'node';
  const text = `${runtime} ${relative(dirname(place.file), file)}`;
  const call = { kind: 'program', runtime, file, args: [], text, place } as const;
  return { call, startMethod: language === 'python' ? startMethod : undefined, stdout, limitMs };
}
