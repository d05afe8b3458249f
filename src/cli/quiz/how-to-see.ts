import { dirname } from 'node:path';
import type { Course, Lesson, Question } from '../../course/index.js';
import { clean } from '../../terminal/index.js';

/** The lesson that a question belongs to. */
export function lessonOf({ lesson }: Question, { lessons }: Course): Lesson | undefined {
  return lessons.find(({ id }) => id === lesson);
}

/** The command that shows the answer to a question, in a sentence that says where to run it. */
export function howToSee(question: Question, course: Course, prefix: string): string {
  const lesson = lessonOf(question, course);
  const call = question.call ?? lesson?.run?.call;
  if (call === undefined) {
    return `There is no program that shows it. The lesson explains it: ${prefix}mp-tutor learn ${question.lesson}`;
  }
  return call.kind === 'demo'
    ? `To see it, run in another terminal: ${prefix}${clean(call.text)}`
    : `To see it, run in another terminal, in the folder ${clean(dirname(call.place.file))}: ${clean(call.text)}`;
}
