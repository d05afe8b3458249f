import type { RootContent } from 'mdast';
import { type Paint, paint } from '../paint.js';
import { width } from '../text.js';
import { wrap, wrapWords } from '../wrap.js';
import { definitionsIn } from './definitions.js';
import type { Highlight, MarkdownStyle } from './style.js';

/** Longer lines of text are hard to read. */
const MEASURE = 90;
/** Where fewer columns would be left, a block is not indented. */
const LEAST_COLUMNS = 8;
/** What is nested more deeply is left out; no text that is meant to be read comes near. */
export const DEEPEST = 40;

/** Where on the page a block stands, and how it looks. */
export interface Context {
  /** What code and tables may take. */
  readonly columns: number;
  /** What text may take. */
  readonly measure: number;
  /** In how many blocks it stands. */
  readonly depth: number;
  readonly paint: Paint;
  readonly isColoured: boolean;
  /** Nothing is drawn of lines, and no word or line of code is broken. */
  readonly isPlain: boolean;
  readonly highlight: Highlight | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Addresses of links that are written as references, by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Renders the blocks within a block, with empty lines between them or not. */
  readonly render: RenderBlocks;
}

export type RenderBlocks = (blocks: readonly RootContent[], context: Context, isSpread?: boolean) => string[];

export function contextOf(style: MarkdownStyle, blocks: readonly RootContent[], render: RenderBlocks): Context {
  return {
    columns: style.columns,
    measure: Math.min(style.columns, MEASURE),
    depth: 0,
    paint: paint(style.colour),
    isColoured: style.colour > 0,
    isPlain: style.plain === true,
    highlight: style.highlight,
    labels: style.labels ?? {},
    definitions: definitionsIn(blocks),
    render,
  };
}

/** Text in the lines that it takes. */
export function lined(text: string, { measure, isPlain }: Pick<Context, 'measure' | 'isPlain'>): string[] {
  return isPlain ? wrapWords(text, measure) : wrap(text, measure);
}

/** Lines that are rendered to the right of a prefix: `first` begins the first line, `others` all others. */
export function behind(
  first: string,
  others: string,
  context: Context,
  render: (inner: Context) => readonly string[],
): string[] {
  const taken = width(first);
  const depth = context.depth + 1;
  if (context.columns - taken < LEAST_COLUMNS) {
    return [...render({ ...context, depth })];
  }
  const inner = { ...context, depth, columns: context.columns - taken, measure: context.measure - taken };
  const lines = render(inner);
  return (lines.length === 0 ? [''] : lines).map((line, index) => (index === 0 ? first : others) + line);
}
