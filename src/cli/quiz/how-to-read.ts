import type { Course, Lesson, Question } from '../../course/index.js';
import type { Session } from '../tutor/session.js';

/** What a command begins and ends with. */
type Commands = Pick<Session, 'prefix' | 'suffix'>;

/** The lesson that a question belongs to. */
export function lessonOf({ lesson }: Question, { lessons }: Course): Lesson | undefined {
  return lessons.find(({ id }) => id === lesson);
}

/** A command, and a sentence on it. */
export interface Hint {
  readonly says: string;
  readonly command: string;
}

/** The command that opens the lesson of a question. */
export function howToRead({ lesson }: Question, { prefix, suffix = '' }: Commands): Hint {
  return { says: 'The lesson explains it:', command: `${prefix}mp-tutor learn ${lesson}${suffix}` };
}
