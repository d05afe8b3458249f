import { dueQuestions, statistics } from '../../quiz/index.js';
import { toJson, write } from '../../terminal/index.js';
import { EXIT } from '../exit.js';
import type { Io } from '../io.js';
import { beginningOf } from '../question/beginning.js';
import { courseState } from '../tutor/next-lesson.js';
import { dayOf } from '../tutor/today.js';
import { openSession, tellOfBroken, tellOfTrouble, type TutorFlags } from '../tutor/session.js';
import { withdrawnQuestions } from '../tutor/withdrawn.js';
import { drawProgress, type Progress } from './draw.js';

/** `progress`. @returns the exit code */
export async function progress(flags: TutorFlags & { readonly json?: boolean }, io: Io): Promise<number> {
  const session = await openSession(io, flags);
  const { course, journal, capabilities } = session;
  const { state, damaged } = journal.read();
  const known = courseState(course, state);
  const questions = course.lessons.flatMap((lesson) => lesson.questions);
  const now = new Date();
  const withdrawn = await withdrawnQuestions(course, known);
  const shown: Progress = {
    ...statistics(course, known, { now: now.getTime(), today: dayOf(now), withdrawn }),
    comesBack: dueQuestions(questions, known.questions).map((question) => (
      { id: question.id, topic: question.topic, asks: beginningOf(question) }
    )),
    withdrawn: [...withdrawn],
    journal: { file: journal.file, damagedLines: damaged.map(({ line }) => line) },
  };
  if (flags.json) {
    await write(io.stdout, `${toJson(shown)}\n`);
  } else {
    tellOfBroken(session);
    await write(io.stdout, `${drawProgress(shown, session, state, capabilities).join('\n')}\n`);
  }
  tellOfTrouble(session);
  return EXIT.well;
}
