import type { AlignType, Table } from 'mdast';
import { glyphs } from '../glyphs.js';
import { pad, width } from '../text.js';
import { wrap } from '../wrap.js';
import { columnWidths } from './column-widths.js';
import { type Context, lined } from './context.js';
import { inline } from './inline.js';

const GAP = ` ${glyphs.bar} `;
const CROSSING = `${glyphs.rule}${glyphs.cross}${glyphs.rule}`;

/**
 * Columns side by side where lines are drawn and there is room; otherwise each row becomes a block of `heading: cell`.
 */
export function table(node: Table, context: Context): string[] {
  const [headings = [], ...rows] = node.children.map((row) => row.children.map((cell) => inline(cell.children, context)));
  const room = context.columns - GAP.length * (headings.length - 1);
  const widths = columnWidths([headings, ...rows], headings.length, room);
  return widths === undefined || context.isPlain
    ? blocks(headings, rows, context)
    : grid(headings, rows, { widths, node, context });
}

interface Grid {
  readonly widths: readonly number[];
  readonly node: Table;
  readonly context: Context;
}

function grid(headings: readonly string[], rows: readonly string[][], { widths, node, context }: Grid): string[] {
  const gap = context.paint.dim(GAP);
  const draw = (cells: readonly string[]): string[] => {
    const wrapped = widths.map((columns, column) => wrap(cells[column] ?? '', columns));
    const height = wrapped.reduce((most, lines) => Math.max(most, lines.length), 1);
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((columns, column) => aligned(wrapped[column]?.[line] ?? '', columns, node.align?.[column] ?? null))
        .join(gap));
  };
  const drawn = rows.map(draw);
  // Where a row takes several lines, an empty one shows where it ends.
  const isTall = drawn.some((lines) => lines.length > 1);
  const between = isTall ? draw([]) : [];
  return [
    ...draw(headings.map((heading) => context.paint.strong(heading))),
    context.paint.dim(widths.map((columns) => glyphs.rule.repeat(columns)).join(CROSSING)),
    ...drawn.flatMap((lines, index) => (index > 0 ? [...between, ...lines] : lines)),
  ];
}

function aligned(text: string, columns: number, align: AlignType): string {
  if (align !== 'center') {
    return pad(text, columns, align ?? 'left');
  }
  const before = Math.floor((columns - width(text)) / 2);
  return pad(' '.repeat(Math.max(0, before)) + text, columns);
}

/** What has no heading, as in a first column that names the rows, stands alone. */
function named(heading: string, cell: string, { paint }: Context): string {
  return heading === '' ? cell : `${paint.strong(`${heading}:`)} ${cell}`;
}

function blocks(headings: readonly string[], rows: readonly string[][], context: Context): string[] {
  const items = rows.length === 0 ? [headings.map((heading) => context.paint.strong(heading))] : rows.map((cells) =>
    headings.map((heading, column) => named(heading, cells[column] ?? '', context)));
  return items.flatMap((lines, index) => [
    ...(index > 0 ? [''] : []),
    ...lines.flatMap((line) =>
      lined(line, { ...context, measure: context.measure - 2 }).map((part, row) => (row === 0 ? part : `  ${part}`))),
  ]);
}
