import type { Node, ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { readEntry } from '../lines.js';
import type { CourseEntry } from '../order.js';
import { faultAt, type Read, withoutByteOrderMark } from './place.js';

const FORMAT = 'mp-tutor progress';
const VERSION = 1;

/** All that a learner did in a course, as it is taken to another machine. */
export interface Export {
  readonly course: { readonly id: string; readonly title: string };
  /** Their course is that of the export. */
  readonly entries: readonly CourseEntry[];
}

/** What was read of it; entries of a kind that only a newer mp-tutor knows are counted. */
export interface Imported extends Export {
  readonly unknown: number;
}

const header = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  course: v.object({ id: v.string(), title: v.string() }),
  entries: v.array(v.unknown()),
});

/** As JSON with an entry on each line, so that two of them can be compared. */
export function toJsonExport({ course, entries }: Export, about: { readonly mpTutor: string; readonly exportedAt: string }): string {
  const lines = entries.map((entry) => `    ${JSON.stringify({ ...entry, course: undefined })}`);
  const head = JSON.stringify({ format: FORMAT, version: VERSION, ...about, course, entries: [] }, null, 2);
  return lines.length === 0 ? `${head}\n` : `${head.replace(/\[\]\n\}$/, () => `[\n${lines.join(',\n')}\n  ]\n}`)}\n`;
}

/** Reads it back. Only where something is wrong is a parser loaded that knows where. */
export async function readJsonExport(file: string): Promise<Read<Imported>> {
  const text = withoutByteOrderMark(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return notJson(text, error);
  }
  const { success, output, issues } = v.safeParse(header, value);
  if (!success) {
    const path = issues[0].path?.map(({ key }) => key) ?? [];
    return faultIn(text, path, `this is no progress that mp-tutor has exported (${path.join('.') || 'the whole'}: ${issues[0].message})`);
  }
  const entries: CourseEntry[] = [];
  let unknown = 0;
  for (const [index, each] of output.entries.entries()) {
    const entry = readEntry(typeof each === 'object' && each !== null ? { ...each, course: output.course.id } : each);
    if (entry === 'unknown') {
      unknown += 1;
    } else if ('wrong' in entry) {
      return faultIn(text, ['entries', index, ...entry.path], `${entry.path.join('.') || 'the entry'} cannot be read: ${entry.wrong}`);
    } else if (!('course' in entry) || entry.kind === 'reset') {
      return faultIn(text, ['entries', index, 'kind'], `an entry of the kind "${entry.kind}" is not exchanged`);
    } else {
      entries.push(entry);
    }
  }
  return { value: { course: output.course, entries, unknown } };
}

async function notJson(text: string, error: unknown): Promise<Read<never>> {
  const { printParseErrorCode } = await import('jsonc-parser');
  const { first } = await treeOf(text);
  return first === undefined
    ? faultAt(text, 0, `this is no JSON (${error instanceof Error ? error.message : String(error)})`)
    : faultAt(text, first.offset, `this is no JSON (${printParseErrorCode(first.error)})`);
}

/** At the value of the path, or, where that is missing, at what should hold it. */
async function faultIn(text: string, path: readonly unknown[], wrong: string): Promise<Read<never>> {
  const { findNodeAtLocation } = await import('jsonc-parser');
  const { tree } = await treeOf(text);
  const keys = path.filter((key) => typeof key === 'string' || typeof key === 'number');
  const paths = keys.map((_, index) => keys.slice(0, keys.length - index));
  const [node = tree] = tree === undefined ? [] : paths.flatMap((each) => findNodeAtLocation(tree, each) ?? []);
  return faultAt(text, node?.offset ?? 0, wrong);
}

interface Tree {
  readonly tree: Node | undefined;
  readonly first: ParseError | undefined;
}

/** Nothing where it is nested so deeply that the parser, which calls itself, comes to the end of the stack. */
async function treeOf(text: string): Promise<Tree> {
  const { parseTree } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    return { tree, first: errors[0] };
  } catch (error) {
    if (error instanceof RangeError) {
      return { tree: undefined, first: undefined };
    }
    throw error;
  }
}
