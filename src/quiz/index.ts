/** Which questions are asked, what an answer is worth, what the learner knows. Chance and history are handed in. */
export { arrange, grade, type Verdict } from './choices.js';
export { mastery, type TopicMastery } from './mastery.js';
export { pickForLesson, type PickOptions, pickQuestions } from './pick.js';
export { type Random, seededRandom } from './random.js';
export { type Result, type Score, score, type TopicScore } from './score.js';
export { dueQuestions, type History } from './standing.js';
export { type LessonProgress, type Statistics, statistics } from './statistics.js';
