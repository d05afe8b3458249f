import { dirname } from 'node:path';
import type { Course, Lesson, Question } from '../../course/index.js';
import { clean } from '../../terminal/index.js';
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

/** The command that shows the answer to a question, and where to run it. */
export function howToSee(question: Question, commands: Commands): Hint {
  const { call } = question;
  if (call === undefined) {
    const { says, command } = howToRead(question, commands);
    return { says: `There is no program that shows it. ${says}`, command };
  }
  const { prefix } = commands;
  return call.kind === 'demo'
    ? { says: 'To see it, run in another terminal:', command: `${prefix}${clean(call.text)}` }
    : {
      says: `To see it, run in another terminal, in the folder ${clean(dirname(call.place.file))}:`,
      command: clean(call.text),
    };
}
