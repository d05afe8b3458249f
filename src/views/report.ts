import { type Capabilities, clean, glyphs, pad, paint, present, width, wrap } from '../terminal/index.js';
import type { ProcessSummary } from '../trace/outcome.js';
import { laneKey, type Scene } from './scene/scene.js';
import { type Rows, table } from './table.js';

const FEWEST_COLUMNS = 20;
/** Longer lines of prose are hard to read. */
const WIDEST_TEXT = 100;
const MARGIN = '   ';
const MOST_PRINTED = 30;

/** A command that may be tried next, and what for. */
export interface Suggestion {
  readonly command: string;
  readonly why: string;
}

/** The last lines that the program printed, and how many came before. */
export function printed({ printed: lines, printedInAll }: Scene, capabilities: Capabilities): string[] {
  const last = lines.slice(-MOST_PRINTED).map((line) => `${MARGIN}${clean(line)}`);
  const before = printedInAll - last.length;
  const shown = before === 0 ? last : [`${MARGIN}(${before} ${before === 1 ? 'line' : 'lines'} before)`, ...last];
  return last.length === 0 ? [] : section('The program printed', shown, capabilities);
}

/** Sentences about the run, as a list. */
export function whatYouSaw(sentences: readonly string[], capabilities: Capabilities, title = 'What you saw'): string[] {
  const lines = sentences.flatMap((sentence) => wrap(clean(sentence), room(capabilities), ` ${glyphs.bullet} `));
  return section(title, lines, capabilities);
}

/** What the operating system said of the processes; names come from their lanes. */
export function seenFromOutside(
  processes: readonly ProcessSummary[],
  lanes: Scene['lanes'],
  capabilities: Capabilities,
): string[] {
  const columns = outsideColumns.filter(({ from }) => capabilities.columns >= from);
  const rows = processes.map((process) => {
    const name = lanes.get(laneKey({ pid: process.pid, tid: process.pid }))?.name ?? 'not traced';
    return columns.map(({ of }) => of(process, name));
  });
  return tableSection('Seen from outside', [columns.map(({ heading }) => heading), ...rows], capabilities);
}

/** A table under a title; its first row is the headings. */
export function tableSection(title: string, rows: Rows, capabilities: Capabilities): string[] {
  const cells = rows.map((row) => row.map(clean));
  const lines = table(cells, room(capabilities) - MARGIN.length, paint(capabilities.colour).dim);
  return section(title, lines.map((line) => `${MARGIN}${line}`), capabilities);
}

/** Commands to try next: beside each what for, or below it where that is too long. */
export function next(suggestions: readonly Suggestion[], capabilities: Capabilities): string[] {
  const longest = Math.max(0, ...suggestions.map(({ command }) => width(command)));
  const isBeside = suggestions.every(({ why }) => MARGIN.length + longest + 3 + width(why) <= room(capabilities));
  const lines = suggestions.flatMap(({ command, why }) =>
    isBeside
      ? [`${MARGIN}${pad(command, longest)}   ${why}`]
      : [...wrap(command, room(capabilities), MARGIN), ...wrap(why, room(capabilities), `${MARGIN}  `)],
  );
  return section('Next', lines, capabilities);
}

function section(title: string, lines: readonly string[], capabilities: Capabilities): string[] {
  return present([` ${paint(capabilities.colour).strong(title)}`, ...lines], capabilities);
}

/** One column at the right stays free. */
function room({ columns }: Capabilities): number {
  return Math.max(FEWEST_COLUMNS, Math.min(columns, WIDEST_TEXT)) - 1;
}

interface OutsideColumn {
  readonly heading: string;
  /** Terminals with fewer columns do without it. */
  readonly from: number;
  readonly of: (process: ProcessSummary, name: string) => string;
}

const outsideColumns: readonly OutsideColumn[] = [
  { heading: 'pid', from: 0, of: ({ pid }) => `${pid}` },
  { heading: 'name', from: 0, of: (_, name) => name },
  { heading: 'parent', from: 72, of: ({ parent }) => `${parent}` },
  { heading: 'state', from: 50, of: ({ state }) => state },
  { heading: 'threads', from: 72, of: ({ threads }) => (threads === undefined ? '-' : `${threads}`) },
  { heading: 'CPU s', from: 36, of: ({ cpuSeconds }) => cpuSeconds.toFixed(2) },
  { heading: 'memory', from: 0, of: ({ memoryBytes }) => `${Math.round(memoryBytes / 1e6)} MB` },
];
