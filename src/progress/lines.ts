import * as v from 'valibot';
import type { Entry } from './entry.js';

/** What the lines of a journal hold. */
export interface Lines {
  /** In the order of the lines. */
  readonly entries: readonly Entry[];
  readonly damaged: readonly DamagedLine[];
}

export interface DamagedLine {
  /** Counted from 1. */
  readonly line: number;
  /** As it stands in the file: nothing in it has been made safe for a terminal. */
  readonly text: string;
}

/** What a `Date` can hold. */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const name = v.string();
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const aim = v.exactOptional(v.picklist(['exam', 'choose', 'teach', 'look']));
const lang = v.exactOptional(v.picklist(['python', 'js', 'both']));

const shapes = {
  settings: v.object({ at: time, kind: v.literal('settings'), aim, lang }),
  page: v.object({ at: time, kind: v.literal('page'), course: name, lesson: name, page: count, of: count }),
  finished: v.object({ at: time, kind: v.literal('finished'), course: name, lesson: name }),
  expectation: v.object({
    at: time, kind: v.literal('expectation'), course: name, lesson: name, expects: v.exactOptional(name),
  }),
  prediction: v.object({ at: time, kind: v.literal('prediction'), course: name, lesson: name, right: v.boolean() }),
  answer: v.object({ at: time, kind: v.literal('answer'), course: name, question: name, topic: name, right: share }),
  exercise: v.object({
    at: time, kind: v.literal('exercise'), course: name, lesson: name, runtime: v.picklist(['python', 'node']),
    passed: count, of: count,
  }),
  guess: v.object({ at: time, kind: v.literal('guess'), course: name, question: name }),
  refuted: v.object({
    at: time, kind: v.literal('refuted'), course: name, claim: name, digest: sha256, questions: v.array(name),
  }),
  upheld: v.object({ at: time, kind: v.literal('upheld'), course: name, claim: name, digest: sha256 }),
  trust: v.object({ at: time, kind: v.literal('trust'), sha256 }),
  'damage-told': v.object({ at: time, kind: v.literal('damage-told'), lines: count }),
  reset: v.object({ at: time, kind: v.literal('reset'), course: name }),
} satisfies { [Kind in Entry['kind']]: v.GenericSchema<unknown, Extract<Entry, { kind: Kind }>> };

const withKind = v.object({ kind: v.string() });

/**
 * The line for an entry, to be written at once. The newline comes first: a line that was torn, as by SIGKILL, then does
 * not swallow the next one. None comes last: so an entry is in the journal exactly if all of its line is.
 */
export function toLine(entry: Entry): string {
  return `\n${JSON.stringify(entry)}`;
}

/** Reads a journal. Empty lines are no lines; entries of a kind that only a newer version knows are left out. */
export function readLines(text: string): Lines {
  const entries: Entry[] = [];
  const damaged: DamagedLine[] = [];
  text.split('\n').forEach((each, index) => {
    const line = each.trim();
    const entry = line === '' ? 'unknown' : parseEntry(line);
    if (entry === 'damaged') {
      damaged.push({ line: index + 1, text: each });
    } else if (entry !== 'unknown') {
      entries.push(entry);
    }
  });
  return { entries, damaged };
}

function parseEntry(line: string): Entry | 'unknown' | 'damaged' {
  const read = readEntry(parseJson(line));
  return read === 'unknown' || !('wrong' in read) ? read : 'damaged';
}

/** What is wrong with an entry, and where in it. */
export interface Fault {
  readonly wrong: string;
  readonly path: readonly (string | number)[];
}

/** The entry that a value is; `unknown` if it is of a kind that only a newer version knows. */
export function readEntry(value: unknown): Entry | 'unknown' | Fault {
  if (!v.is(withKind, value)) {
    return { wrong: 'it has no "kind"', path: [] };
  }
  if (!isKnown(value.kind)) {
    return 'unknown';
  }
  const { success, output, issues } = v.safeParse(shapes[value.kind], value);
  return success ? output : faultOf(issues[0]);
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = issue.path?.flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : [])) ?? [];
  return { wrong: issue.message, path };
}

function isKnown(kind: string): kind is Entry['kind'] {
  return Object.hasOwn(shapes, kind);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
