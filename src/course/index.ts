export { readCourse } from './course.js';
export { CourseError } from './errors.js';
export { describeExpected, matches } from './expected.js';
export { factOf } from './facts.js';
export type { Known } from './known.js';
export { inLanguage } from './language.js';
export type {
  Blocks, Call, Choice, ChoiceQuestion, Course, Expected, ExplainQuestion, Guess, Lesson, Path, Prediction,
  Question, Run, Section,
} from './lesson.js';
export { parseLesson, type ReadLesson, readLesson } from './lesson-file.js';
export { newLesson } from './new-lesson.js';
export { describeProblem, type Problem } from './problem.js';
