import { EXIT, UsageError } from '../exit.js';
import { decideOutput, type Io } from '../io.js';
import { openContents } from '../tutor/contents.js';
import { openCourse, openLessonFile } from '../tutor/course.js';
import { lessonToContinue } from '../tutor/next-lesson.js';
import { type Session, sessionOf, tellOfBroken, tellOfTrouble, type TutorFlags } from '../tutor/session.js';
import { findLesson, requireLessons } from './find.js';
import { list, listJson } from './list.js';

/** What commander makes of the command line. */
export interface LearnFlags extends TutorFlags {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly run?: boolean;
}

/** `learn`. @returns the exit code */
export async function learn(argument: string | undefined, flags: LearnFlags, io: Io): Promise<number> {
  checkFlags(argument, flags);
  const file = argument !== undefined && isPath(argument) ? argument : undefined;
  if (file !== undefined && flags.watch) {
    const { watchLesson } = await import('./watch.js');
    return watchLesson(file, flags, io);
  }
  if (flags.list) {
    return listLessons(flags, io);
  }
  const opened = await (file === undefined ? openCourse(flags.lessons) : openLessonFile(file));
  if (!flags.plain && decideOutput(io, flags).view !== 'live') {
    throw new UsageError(
      'learn needs a keyboard and a terminal that can be drawn on. Without them, `mp-tutor learn --plain` prints a lesson and `mp-tutor learn --list` a list of all.',
    );
  }
  const session = sessionOf(opened, io, flags);
  try {
    return await learnFrom(session, file === undefined ? argument : session.course.lessons[0]?.id, flags);
  } finally {
    tellOfTrouble(session);
  }
}

/** A file is named by its path, a lesson by its id. */
function isPath(argument: string): boolean {
  return argument.includes('/') || argument.endsWith('.md');
}

/** @throws UsageError when they do not go together */
function checkFlags(argument: string | undefined, { list, watch, lessons }: LearnFlags): void {
  const isFile = argument !== undefined && isPath(argument);
  if (watch && !isFile) {
    throw new UsageError('--watch follows a file, as in `mp-tutor learn my/lesson.md --watch`.');
  }
  if (list && argument !== undefined) {
    throw new UsageError(`--list shows all lessons: leave either it or "${argument}" out.`);
  }
  if (isFile && lessons !== undefined) {
    throw new UsageError(`--lessons names a folder of lessons, and ${argument} is a file: leave one of them out.`);
  }
}

/** `--list`. */
async function listLessons(flags: LearnFlags, io: Io): Promise<number> {
  const session = sessionOf(await openContents(flags.lessons, io), io, flags);
  try {
    await (flags.json ? listJson(session) : list(session));
    return EXIT.well;
  } finally {
    tellOfTrouble(session);
  }
}

async function learnFrom(session: Session, name: string | undefined, flags: LearnFlags): Promise<number> {
  const { course } = session;
  requireLessons(course);
  const named = name === undefined ? undefined : await findLesson(course, name);
  tellOfBroken(session);
  if (flags.plain) {
    const { plain } = await import('./plain.js');
    const lesson = named ?? lessonToContinue(course, session.state) ?? course.lessons[0];
    return lesson ? plain(lesson, session, flags) : EXIT.well;
  }
  const { walkFrom, walkOn } = await import('./walk-from.js');
  return named ? walkFrom(named, session) : walkOn(session);
}
