/** The learner's journal: what was read, answered, agreed to. */
export type { Aim, Entry, Event, Language } from './entry.js';
export { fold } from './fold.js';
export { type Journal, openJournal, type Reading } from './journal.js';
export type { DamagedLine } from './lines.js';
export { journalFile, type Platform } from './place.js';
export {
  type Answer, type CourseState, emptyCourse, type LessonState, type QuestionState, type State,
} from './state.js';
