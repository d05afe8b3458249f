import type { Lesson } from '../../course/index.js';
import { type Capabilities, clean, paint, wrap } from '../../terminal/index.js';
import { next, type Suggestion } from '../../views/index.js';
import { inPage, joined } from '../tutor/lines.js';
import type { Session } from '../tutor/session.js';

/** The last page of a lesson: what comes next, and commands to try. */
export function endBody(lesson: Lesson, after: Lesson | undefined, session: Session, capabilities: Capabilities): string[] {
  const { strong } = paint(capabilities.colour);
  const lines = (text: string): string[] => wrap(text, capabilities.columns);
  return joined([
    lines(strong('That was the lesson.')),
    after ? lines(`Enter goes on to: ${clean(after.title)}`) : [],
    inPage((room) => next(suggestions(lesson, session), room), capabilities),
  ]);
}

function suggestions({ id, run, topic, exercise, questions }: Lesson, { prefix, suffix }: Session): Suggestion[] {
  const call = run?.call;
  return [
    ...(call?.kind === 'demo' ? [{ command: `${prefix}${clean(call.text)}`, why: 'the run of this lesson; with --help, its settings' }] : []),
    ...(suffix === undefined
      ? []
      : [
          ...(exercise ? [{ command: `${prefix}mp-tutor exercise ${id}${suffix}`, why: 'its exercise: change a program, and have it checked' }] : []),
          ...(questions.length > 0 ? [{ command: `${prefix}mp-tutor quiz ${topic}${suffix}`, why: 'more questions on this' }] : []),
          { command: `${prefix}mp-tutor learn --list${suffix}`, why: 'all lessons, and how far you are' },
        ]),
  ];
}
