/** Which questions are asked, what an answer is worth, what the learner knows. Chance and history are handed in. */
export { arrange, grade } from './choices.js';
export { pickExam } from './exam.js';
export { mastery } from './mastery.js';
export { pickOpener } from './opener.js';
export { pickForLesson, type PickOptions, pickQuestions } from './pick.js';
export { type Random, seededRandom } from './random.js';
export { DAILY, type Day, lessonsRead, type Review, review } from './review.js';
export { type Result, type Score, score } from './score.js';
export { dueQuestions, type History } from './standing.js';
export { type Moment, type Statistics, statistics } from './statistics.js';
