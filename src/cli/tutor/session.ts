import { homedir } from 'node:os';
import type { Course } from '../../course/index.js';
import { type Journal, journalFile, type Language, openJournal, type Reading, type State } from '../../progress/index.js';
import { type Capabilities, capabilities, clean } from '../../terminal/index.js';
import { commandPrefix, type Io } from '../io.js';
import { shellWord } from '../shell-word.js';
import { type OpenCourse, openCourse } from './course.js';
import { languageFor } from './language.js';

/** The options that commands of the tutor share. */
export interface TutorFlags {
  /** The folder of another course. */
  readonly lessons?: string;
  readonly lang?: Language;
  readonly trust?: boolean;
  readonly color?: boolean;
  readonly plain?: boolean;
}

/** What a command of the tutor works with: a course, or its contents, and what the learner has done so far. */
export interface Session<Opened = Course> {
  readonly io: Io;
  readonly capabilities: Capabilities;
  readonly course: Opened;
  /** The course is the one that comes with mp-tutor. */
  readonly isOurs: boolean;
  readonly journal: Journal;
  /** What the journal said at the start. */
  readonly state: State;
  readonly lang: Language;
  /** Programs of any course run without being agreed to. */
  readonly trustsAll: boolean;
  /** Stands before the commands that are suggested. */
  readonly prefix: string;
  /** Stands after those that are about this course, such as ` --lessons my`; undefined for a single file, which they cannot be about. */
  readonly suffix: string | undefined;
}

/**
 * Opens the built-in course or that of `--lessons`, and the learner's journal.
 * @throws Failure when the course cannot be read
 */
export async function openSession(io: Io, flags: TutorFlags): Promise<Session> {
  return sessionOf(await openCourse(flags.lessons), io, flags);
}

/** The same with a course that has been read. Remembers `--lang`; tells once of lines of the journal that are damaged. */
export function sessionOf<Opened extends Pick<Course, 'folder'>>({ course, isOurs, isFile }: OpenCourse<Opened>, io: Io, flags: TutorFlags): Session<Opened> {
  const journal = openJournal(journalFile({ env: io.env, platform: process.platform, home: homeFolder() }), Date.now);
  const reading = journal.read();
  tellOfDamage(reading, journal, io);
  const { state } = reading;
  if (flags.lang !== undefined && flags.lang !== state.lang) {
    journal.append({ kind: 'settings', lang: flags.lang });
  }
  return {
    io,
    capabilities: capabilities(io.stdout, io.env, flags),
    course,
    isOurs,
    journal,
    state: { ...state, lang: flags.lang ?? state.lang },
    lang: flags.lang ?? state.lang ?? languageFor(state.aim),
    trustsAll: flags.trust === true,
    prefix: commandPrefix(io),
    suffix: isFile ? undefined : isOurs ? '' : ` --lessons ${shellWord(flags.lessons ?? course.folder)}`,
  };
}

/** Empty when nobody can say: then progress is not kept, and the journal tells why. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/** Says in one line on stderr that lessons are left out; how to mend them is for those who write them. */
export function tellOfBroken({ course, io, prefix }: Session): void {
  const count = new Set(course.problems.filter(({ breaks }) => breaks).map(({ place }) => place.file)).size;
  if (count > 0) {
    const lessons = count === 1 ? '1 lesson of this course is' : `${count} lessons of this course are`;
    io.stderr.write(`warning: ${lessons} broken and left out (\`${prefix}mp-tutor check ${shellWord(course.folder)}\` says why)\n`);
  }
}

/** At the end of a session, when the screen is the shell's again: what could not be written down. */
export function tellOfTrouble({ journal, io }: Pick<Session, 'journal' | 'io'>): void {
  if (journal.trouble !== undefined) {
    io.stderr.write(`warning: ${clean(journal.trouble)}\n`);
  }
}

function tellOfDamage({ state, damaged }: Reading, journal: Journal, io: Io): void {
  if (damaged.length <= state.damageTold) {
    return;
  }
  const numbers = damaged.slice(state.damageTold, state.damageTold + 3).map(({ line }) => line);
  const more = damaged.length - state.damageTold > numbers.length ? ' …' : '';
  io.stderr.write(
    `warning: ${clean(journal.file)} has damaged lines (${numbers.join(', ')}${more}). They are set aside; all others count.\n`,
  );
  journal.append({ kind: 'damage-told', lines: damaged.length });
}
