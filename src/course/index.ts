/** What is done with lessons once they have been read. Reading is in read.ts: it loads a parser of Markdown and of YAML. */
export { whatIsAsked } from './asked.js';
export type { Assertion, Claim, Needs, Proof, ProofRun } from './claim.js';
export { claimOf, claimsOf, coverage } from './claims.js';
export { compiledContents, compiledCourse, filesIn, isUntouched, reviveContents, reviveCourse } from './compiled.js';
export { type Contents, contentsOf, type LessonHead } from './contents.js';
export { CourseError } from './errors.js';
export { type ExerciseLanguage, exerciseRun, exercisesOf, type OwnedExercise } from './exercises.js';
export { describeExpected, matches } from './expected.js';
export { factOf } from './facts.js';
export type { Known } from './known.js';
export { inLanguage } from './language.js';
export { isLessonName } from './lesson-names.js';
export type {
  Blocks, Call, Check, Choice, ChoiceQuestion, Course, Exercise, ExerciseProgram, Expected, ExplainQuestion, Guess, Lesson,
  Mend, MendChoice, Path, Prediction, Question, Run, Section,
} from './lesson.js';
export { minutesOf } from './minutes.js';
export { newLesson } from './new-lesson.js';
export { describeProblem, type Problem } from './problem.js';
