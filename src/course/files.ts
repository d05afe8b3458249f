import { isUtf8 } from 'node:buffer';
import { realpathSync, type Stats, statSync } from 'node:fs';
import { Findings, type Spot, START } from './findings.js';
import { readFrontMatter } from './front-matter.js';
import { type Anchor, anchorsOf, parseMarkdown } from './markdown.js';
import { type ProgramNames, programNames } from './program-names.js';
import { readBounded } from './read-bounded.js';

/** Larger files are neither lessons nor programs to be read by people; the parser's time grows with the square. */
const MOST_BYTES = 100_000;

export type FileText =
  | { readonly text: string }
  | { readonly spot: Spot; readonly wrong: string; readonly mend: string };

/** What a lesson's links and commands are held against. */
export interface Files {
  kind(path: string): 'file' | 'folder' | 'nothing';
  /** The path without symbolic links; the path itself where there is nothing. */
  real(path: string): string;
  read(path: string): FileText;
  /** The headings of a Markdown file; none if it cannot be read. */
  anchors(path: string): readonly Anchor[];
  /** The id that a lesson gives itself; undefined for a file that is none. */
  lessonId(path: string): string | undefined;
  /** The names in a program's text; none if it cannot be read. */
  names(path: string): ProgramNames;
}

/** The files of this machine; each is read once. `note` is told of each path before it is looked at. */
export function diskFiles(note: (path: string) => void = () => {}): Files {
  const texts = new Map<string, FileText>();
  const summaries = new Map<string, Summary>();
  const names = new Map<string, ProgramNames>();
  const read = (path: string): FileText => {
    note(path);
    return remember(texts, path, readText);
  };
  const textOf = (path: string): string => {
    const result = read(path);
    return 'text' in result ? result.text : '';
  };
  const summary = (path: string): Summary => remember(summaries, path, () => summarise(textOf(path), path));
  return {
    read,
    real(path) {
      note(path);
      return realPath(path);
    },
    kind(path) {
      note(path);
      const stats = look(path);
      return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : 'nothing';
    },
    anchors: (path) => summary(path).anchors,
    lessonId: (path) => summary(path).id,
    names: (path) => remember(names, path, () => programNames(textOf(path))),
  };
}

/** What others want to know of a Markdown file. */
interface Summary {
  readonly anchors: readonly Anchor[];
  readonly id: string | undefined;
}

/** @param path - for messages that nobody hears */
export function summarise(text: string, path: string): Summary {
  const root = parseMarkdown(text);
  const [first] = root?.children ?? [];
  const front = first?.type === 'yaml' ? readFrontMatter(first, new Findings(path)) : undefined;
  return { anchors: root ? anchorsOf(root) : [], id: front?.id.value };
}

function remember<Value>(values: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const value = values.has(key) ? values.get(key) : undefined;
  const made = value ?? make(key);
  values.set(key, made);
  return made;
}

/** The text of a file, its lines ended by line feeds. */
function readText(path: string): FileText {
  const stats = look(path);
  if (stats === undefined) {
    return { spot: START, wrong: 'there is no such file', mend: 'look at the path' };
  }
  try {
    const bytes = stats.isFile() ? readBounded(path, MOST_BYTES) : 'other';
    if (bytes === 'larger') {
      return { spot: START, wrong: `the file is larger than ${MOST_BYTES / 1000} kB`, mend: 'divide it' };
    }
    return bytes === 'other' ? { spot: START, wrong: 'this is not a file with text', mend: 'put a Markdown file here' } : decode(bytes);
  } catch (error) {
    return { spot: START, wrong: `the file cannot be read (${reason(error)})`, mend: 'look at its permissions' };
  }
}

function decode(bytes: Buffer): FileText {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) {
    return { text: normalise(text) };
  }
  const lines = normalise(text.slice(0, firstBad(bytes, text))).split('\n');
  const spot = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { spot, wrong: 'this is not UTF-8', mend: 'save the file with the encoding UTF-8' };
}

const REPLACEMENT = Buffer.from('\ufffd');

/** The index in the text of the first replacement character that the bytes do not hold. */
function firstBad(bytes: Buffer, text: string): number {
  const indices = Array.from(text.matchAll(/\ufffd/g), ({ index }) => index);
  return indices.find((index) => {
    const start = Buffer.byteLength(text.slice(0, index));
    return !bytes.subarray(start, start + REPLACEMENT.length).equals(REPLACEMENT);
  }) ?? text.length;
}

/** Lines ended by line feeds, and no byte order mark. */
export function normalise(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
