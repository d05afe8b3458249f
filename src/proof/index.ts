/** Proves claims and exercises: which runs they want, what each says of them, and what follows. */
export { type CheckResult, judgeChecks } from './checks.js';
export type { ExerciseVerdict } from './exercise-parts.js';
export { prove, proveAll } from './prove.js';
export { proveExercises } from './prove-exercises.js';
export type { Sample } from './runs.js';
export type { Evidence, Machine, Perform, Status, Verdict } from './verdict.js';
export { whyNotRun, whySkipped } from './why-skipped.js';
