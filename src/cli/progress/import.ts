import { readFile } from 'node:fs/promises';
import { type CourseEntry, entriesOf, missingFrom } from '../../progress/index.js';
import type { Read } from '../../progress/exchange/place.js';
import { clean, wrap, write } from '../../terminal/index.js';
import { EXIT, Failure } from '../exit.js';
import { counted } from '../figures.js';
import type { Io } from '../io.js';
import { courseState } from '../tutor/next-lesson.js';
import { openSession, type Session, type TutorFlags } from '../tutor/session.js';
import { formatOf, nameOf, reasonOf } from './export.js';

/** What an import comes to. */
interface Merged {
  /** What the journal does not have yet. */
  readonly entries: readonly CourseEntry[];
  /** What was in the file, and what of it was new, as sentences. */
  readonly says: readonly string[];
}

/**
 * `progress import`: adds what the journal does not have, and takes nothing away; so to import a file twice is to import it
 * once. Either all of a file is good, or nothing is imported.
 * @returns the exit code; Failure with the place of what is wrong
 */
export async function importProgress(file: string, flags: TutorFlags, io: Io): Promise<number> {
  const format = formatOf(file);
  const text = await textOf(file);
  const session = await openSession(io, flags);
  const { entries, says } = format === '.json' ? await fromJson(text, file, session) : await fromCsv(text, file, session);
  session.journal.add(entries);
  if (session.journal.trouble !== undefined) {
    throw new Failure(session.journal.trouble);
  }
  const { capabilities } = session;
  const lines = says.flatMap((sentence) => wrap(clean(sentence), capabilities.columns - 1, ' '));
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.well;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Failure(`${file} cannot be read (${reasonOf(error)}).`, { cause: error });
  }
}

async function fromJson(text: string, file: string, { course, journal }: Session): Promise<Merged> {
  const { readJsonExport } = await import('../../progress/exchange/json.js');
  const read = valueOf(await readJsonExport(text), file);
  if (nameOf(read.course.id) !== nameOf(course.id)) {
    throw new Failure(
      `${file} holds progress in another course: ${read.course.title} (${nameOf(read.course.id)}), not ${course.title} (${nameOf(course.id)}). Nothing was imported.`,
    );
  }
  const there = entriesOf(journal.read().entries, course.id);
  const entries = missingFrom(there, read.entries.map((entry) => ({ ...entry, course: course.id })));
  const unknown = read.unknown === 0 ? [] : [`${read.unknown} of a kind that only a newer mp-tutor knows were left out.`];
  return { entries, says: [saysNew(entries.length, read.entries.length, ['entry', 'entries'], file), ...unknown] };
}

async function fromCsv(text: string, file: string, { course, journal }: Session): Promise<Merged> {
  const { entriesFor, readCsv } = await import('../../progress/exchange/csv.js');
  const rows = valueOf(await readCsv(text), file);
  const { entries: all, state } = journal.read();
  const entries = entriesFor(rows, entriesOf(all, course.id), courseState(course, state), course.id);
  const known = new Set(course.lessons.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const foreign = rows.filter(({ question }) => !known.has(question)).length;
  const fresh = entries.filter(({ kind }) => kind === 'answer').length;
  return {
    entries,
    says: [
      saysNew(fresh, rows.length, ['answer', 'answers'], file),
      ...(foreign === 0 ? [] : [`${counted(foreign, 'answer')} ${foreign === 1 ? 'belongs' : 'belong'} to questions that the course does not have now.`]),
    ],
  };
}

function saysNew(fresh: number, all: number, [one, many]: readonly [string, string], file: string): string {
  const count = `${all} ${all === 1 ? one : many} in ${file}`;
  return fresh === all ? `Imported: ${count}.` : `Imported ${fresh}: of ${count}, ${all - fresh} ${all - fresh === 1 ? 'was' : 'were'} there already.`;
}

function valueOf<Value>(read: Read<Value>, file: string): Value {
  if ('value' in read) {
    return read.value;
  }
  const { line, column, wrong } = read.fault;
  throw new Failure(`${file}:${line}:${column}: ${wrong}. Nothing was imported.`);
}
