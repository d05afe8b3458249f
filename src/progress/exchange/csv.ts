import type { CsvError } from 'csv-parse/sync';
import type { CourseEntry } from '../order.js';
import type { CourseState } from '../state.js';
import { faultAt, type Read, withoutByteOrderMark } from './place.js';

/** A row of the table: an answer. */
export interface AnswerRow {
  /** In ms since 1970. */
  readonly at: number;
  readonly question: string;
  readonly topic: string;
  /** From 0 to 1. */
  readonly right: number;
  readonly guessed: boolean;
}

const COLUMNS = ['at', 'question', 'topic', 'right', 'guessed'] as const;
type Column = (typeof COLUMNS)[number];
const LONGEST_QUOTE = 40;
const TIME = /^(?:\d{4}|\+\d{6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** The answers that count, the oldest first. */
export function answerRows({ questions }: CourseState): AnswerRow[] {
  return [...questions]
    .flatMap(([question, { topic, answers }]) => answers.map((answer) => ({ ...answer, question, topic })))
    .toSorted((a, b) => a.at - b.at);
}

/** As RFC 4180 wants it, an answer a row. */
export async function toCsv(rows: readonly AnswerRow[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const cells = rows.map(({ at, question, topic, right, guessed }) => (
    [new Date(at).toISOString(), question, topic, `${right}`, guessed ? 'yes' : 'no']
  ));
  return stringify([[...COLUMNS], ...cells], { record_delimiter: 'windows' });
}

/** A cell, and at which byte of the text it begins. */
interface Cell {
  readonly text: string;
  readonly byte: number;
}

/** Reads such a table, with its columns in any order, and others among them, which are left out. */
export async function readCsv(file: string): Promise<Read<AnswerRow[]>> {
  const text = withoutByteOrderMark(file);
  const parsed = await parse(text);
  if ('fault' in parsed) {
    return parsed;
  }
  const [head, ...body] = parsed.value;
  const names = head?.map((cell) => cell.text.trim()) ?? [];
  const missing = COLUMNS.filter((column) => column !== 'guessed' && !names.includes(column));
  if (missing.length > 0) {
    return faultAt(text, 0, `there is no column ${missing.join(', ')} in the first line; commas stand between columns`);
  }
  const rows: AnswerRow[] = [];
  for (const cells of body) {
    const row = cells.length === names.length ? readRow(cells, names) : wrongLength(cells, names);
    if ('wrong' in row) {
      return faultAt(text, offsetOf(text, row.byte), row.wrong);
    }
    rows.push(row);
  }
  return { value: rows };
}

interface WrongCell {
  readonly byte: number;
  readonly wrong: string;
}

function wrongLength(cells: readonly Cell[], names: readonly string[]): WrongCell {
  return { byte: cells[0]?.byte ?? 0, wrong: `this row has ${cells.length} cells, but there are ${names.length} columns` };
}

function readRow(cells: readonly Cell[], names: readonly string[]): AnswerRow | WrongCell {
  const cellOf = (column: Column): Cell => cells[names.indexOf(column)] ?? { text: '', byte: 0 };
  const [at, question, right, guessed] = [cellOf('at'), cellOf('question'), cellOf('right'), cellOf('guessed')];
  const time = TIME.test(at.text) ? Date.parse(at.text) : Number.NaN;
  if (!(time >= 0)) {
    return { byte: at.byte, wrong: `${quoted(at)} is no time such as 2026-11-03T10:15:00.000Z` };
  }
  if (question.text === '') {
    return { byte: question.byte, wrong: 'no question is named here' };
  }
  const share = /^\d+(?:\.\d+)?(?:e-\d+)?$/.test(right.text) ? Number(right.text) : Number.NaN;
  if (!(share >= 0 && share <= 1)) {
    return { byte: right.byte, wrong: `${quoted(right)} is no number from 0 to 1` };
  }
  if (!['yes', 'no', ''].includes(guessed.text)) {
    return { byte: guessed.byte, wrong: `${quoted(guessed)} is neither yes nor no` };
  }
  return { at: time, question: question.text, topic: cellOf('topic').text, right: share, guessed: guessed.text === 'yes' };
}

/** What a cell holds, or how it begins. */
function quoted({ text }: Cell): string {
  return text.length <= LONGEST_QUOTE ? `"${text}"` : `"${text.slice(0, LONGEST_QUOTE)}…"`;
}

async function parse(text: string): Promise<Read<Cell[][]>> {
  const { parse: parseCsv, CsvError: ParseError } = await import('csv-parse/sync');
  try {
    const records = parseCsv(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      // It tells where a cell ends; how long it is with its quotes follows from what is in it.
      cast: (value, { bytes: end, quoting }) => {
        const quotes = quoting ? 2 + (value.split('"').length - 1) : 0;
        return { text: value, byte: end - Buffer.byteLength(value) - quotes };
      },
    }) as unknown as Cell[][];
    return { value: records };
  } catch (error) {
    if (!(error instanceof ParseError)) {
      throw error;
    }
    return faultAt(text, offsetOf(text, byteOf(error)), `this is no CSV (${whatOf(error)})`);
  }
}

function offsetOf(text: string, byte: number): number {
  return Buffer.from(text).subarray(0, byte).toString().length;
}

function byteOf(error: CsvError): number {
  const bytes: unknown = error['bytes'];
  return typeof bytes === 'number' ? bytes + 1 : 0;
}

/** It names lines in a way of its own, so only what it says of the fault is taken. */
function whatOf({ message }: CsvError): string {
  return message.split(/[:,]/)[0]?.toLowerCase() ?? '';
}

/**
 * The entries that make a journal of a course say what the rows say: those of answers that it does not have, and of guesses
 * that it does not know of.
 * @param there - its entries since the last reset
 */
export function entriesFor(rows: readonly AnswerRow[], there: readonly CourseEntry[], state: CourseState, course: string): CourseEntry[] {
  const nameOf = (question: string, at: number): string => `${Math.floor(at)} ${question}`;
  const known = new Set(there.flatMap((entry) => (entry.kind === 'answer' ? [nameOf(entry.question, entry.at)] : [])));
  const unguessed = new Set(answerRows(state).flatMap(({ question, at, guessed }) => (guessed ? [] : [nameOf(question, at)])));
  return rows.flatMap(({ at, question, topic, right, guessed }): CourseEntry[] => {
    const name = nameOf(question, at);
    const isNew = !known.has(name);
    const becomesGuess = guessed && (isNew || unguessed.has(name));
    known.add(name);
    unguessed.delete(name);
    return [
      ...(isNew ? [{ at, kind: 'answer' as const, course, question, topic, right }] : []),
      ...(becomesGuess ? [{ at, kind: 'guess' as const, course, question }] : []),
    ];
  });
}
