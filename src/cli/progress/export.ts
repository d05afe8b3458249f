import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { entriesOf } from '../../progress/index.js';
import { clean, wrap, write } from '../../terminal/index.js';
import { EXIT, Failure, UsageError } from '../exit.js';
import { counted } from '../figures.js';
import type { Io } from '../io.js';
import { courseState } from '../tutor/next-lesson.js';
import { openSession, type Session, type TutorFlags } from '../tutor/session.js';
import { version } from '../version.js';

const FORMATS = ['.json', '.csv'] as const;
type Format = (typeof FORMATS)[number];

/** What a file's name says that it holds. @throws UsageError for any other */
export function formatOf(file: string): Format {
  const end = extname(file).toLowerCase();
  const format = FORMATS.find((each) => each === end);
  if (format === undefined) {
    throw new UsageError(`${file} must end in .json, which holds everything, or in .csv, a table of the answers.`);
  }
  return format;
}

/** `progress export`. @returns the exit code; UsageError for another kind of file, Failure if it cannot be written */
export async function exportProgress(file: string, flags: TutorFlags, io: Io): Promise<number> {
  const format = formatOf(file);
  const session = await openSession(io, flags);
  const { text, says } = format === '.json' ? await asJson(session) : await asCsv(session);
  if (session.journal.trouble !== undefined) {
    // What is not known must not pass for a copy of it.
    throw new Failure(session.journal.trouble);
  }
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw isThere(error)
      ? new Failure(`${file} is there already. Nothing was changed; take another name.`, { cause: error })
      : new Failure(`${file} cannot be written (${reasonOf(error)}).`, { cause: error });
  }
  const { capabilities } = session;
  await write(io.stdout, `${wrap(clean(`Wrote ${says} to ${file}.`), capabilities.columns - 1, ' ').join('\n')}\n`);
  return EXIT.well;
}

interface Written {
  readonly text: string;
  /** What is in it, as in `3 answers`. */
  readonly says: string;
}

async function asJson({ course, journal }: Session): Promise<Written> {
  const { toJsonExport } = await import('../../progress/exchange/json.js');
  const entries = entriesOf(journal.read().entries, course.id);
  const about = { mpTutor: version(), exportedAt: new Date().toISOString() };
  const text = toJsonExport({ course: { id: nameOf(course.id), title: course.title }, entries }, about);
  return { text, says: entries.length === 1 ? '1 entry' : `${entries.length} entries` };
}

async function asCsv({ course, journal }: Session): Promise<Written> {
  const { answerRows, toCsv } = await import('../../progress/exchange/csv.js');
  const rows = answerRows(courseState(course, journal.read().state));
  return { text: await toCsv(rows), says: counted(rows.length, 'answer') };
}

/** A course that does not come with mp-tutor has the path of its folder in its id, which may be another elsewhere. */
export function nameOf(id: string): string {
  return id.replace(/@\/.*$/s, '');
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Of an error of the system, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
