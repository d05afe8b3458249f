/** The learner's journal: what was read, answered, agreed to. */
export type { Aim, Entry, Event, Language } from './entry.js';
export { fold } from './fold.js';
export { makeFolders } from './folders.js';
export { type Journal, openJournal, type Reading } from './journal.js';
export { type CourseEntry, entriesOf, missingFrom } from './order.js';
export { journalFile } from './place.js';
export { type CourseState, emptyCourse, type ExerciseState, type LessonState, type State } from './state.js';
