import type { Lesson } from '../../course/index.js';
import { clean, wrap, write } from '../../terminal/index.js';
import { EXIT } from '../exit.js';
import { askAim } from '../home/first-start.js';
import { listenForInterrupts } from '../interrupts.js';
import { shellWord } from '../shell-word.js';
import { courseState, lessonAfter, lessonToContinue } from '../tutor/next-lesson.js';
import { openTutorPages } from '../tutor/pages.js';
import type { Session } from '../tutor/session.js';
import { walk } from './walk.js';

/** Goes on where the learner left off, or with the next lesson of their path. @returns the exit code */
export async function walkOn(session: Session): Promise<number> {
  const asked = await askAim(session);
  const next = lessonToContinue(asked.course, asked.state);
  if (next) {
    return walkFrom(next, asked);
  }
  const command = `${session.prefix}mp-tutor`;
  await say(`You have read all lessons. \`${command} learn --list\` shows them, \`${command} quiz\` asks what has stayed.`, session);
  return EXIT.well;
}

/** Lesson after lesson, as long as the learner goes on. @returns the exit code */
export async function walkFrom(first: Lesson, session: Session): Promise<number> {
  const interrupts = listenForInterrupts();
  const pages = openTutorPages(session, interrupts);
  try {
    let lesson: Lesson | undefined = first;
    while (lesson && (await walk(lesson, session, pages, interrupts)) === 'finished') {
      lesson = lessonAfter(session.course, session.journal.read().state, lesson);
    }
    pages.close();
    await (lesson && interrupts.exitCode === undefined ? sayWhereLeft(lesson, session) : undefined);
    return interrupts.exitCode ?? EXIT.well;
  } finally {
    pages.close();
    interrupts.stopListening();
  }
}

/** What stays on the screen of the shell: where the lesson goes on. */
async function sayWhereLeft({ id, file, title }: Lesson, session: Session): Promise<void> {
  const { course, journal, prefix, suffix } = session;
  const at = courseState(course, journal.read().state).lessons.get(id);
  if (at && at.page > 0 && at.page + 1 < at.of) {
    const command = `${prefix}mp-tutor learn ${suffix === undefined ? shellWord(file) : `${id}${suffix}`}`;
    await say(`Left at page ${at.page + 1} of ${at.of} of "${clean(title)}". \`${clean(command)}\` goes on there.`, session);
  }
}

async function say(words: string, { io, capabilities }: Session): Promise<void> {
  await write(io.stdout, `${wrap(words, capabilities.columns - 1, ' ').join('\n')}\n`);
}
