import { pad, width, wrap } from '../terminal/index.js';

/** Cells of a table by row; missing ones are empty. */
export type Rows = readonly (readonly string[])[];

const GAP = 2;
const NARROWEST_COLUMN = 8;
const NUMERIC = /^[-+]?[\d.,]+(\s?[a-zA-Zµ%×/]+)?$/;

/**
 * A table whose first row is its headings, in at most so many columns of the terminal. Columns of numbers stand at the
 * right. If it's too wide, the widest cells are wrapped; if that isn't enough, each row becomes a few lines of its own.
 */
export function table(
  rows: Rows,
  columns: number,
  styleHeading: (line: string) => string = (line) => line,
): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: count }, (_, column) => row[column] ?? ''));
  const natural = Array.from({ length: count }, (_, column) => {
    return Math.max(0, ...cells.map((row) => width(row[column] ?? '')));
  });
  const words = Array.from({ length: count }, (_, column) => {
    return Math.max(0, ...cells.flatMap((row) => (row[column] ?? '').split(' ')).map(width));
  });
  const room = columns - GAP * (count - 1);
  // Words are broken only where the columns would not fit otherwise.
  const widths = narrow(natural, words, room) ?? narrow(natural, natural.map(() => NARROWEST_COLUMN), room);
  if (widths === undefined) {
    return stack(cells, columns);
  }
  const aligned = alignments(cells);
  return cells.flatMap((row, index) => {
    const lines = lay(row, widths, aligned);
    return index === 0 ? lines.map((line) => styleHeading(line)) : lines;
  });
}

/** Takes columns from the widest that has more than its least until all fit; undefined if that would be too little. */
function narrow(natural: readonly number[], least: readonly number[], room: number): number[] | undefined {
  const widths = [...natural];
  for (let excess = widths.reduce((sum, each) => sum + each, 0) - room; excess > 0; excess--) {
    const spare = widths.map((columns, column) => {
      return columns > Math.max(NARROWEST_COLUMN, least[column] ?? 0) ? columns : 0;
    });
    const widest = Math.max(...spare);
    if (widest <= 0) {
      return undefined;
    }
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** A column stands at the right if all that it has below its heading are numbers. */
function alignments(cells: Rows): ('left' | 'right')[] {
  const [headings = [], ...body] = cells;
  return headings.map((_, column) => {
    const values = body.map((row) => row[column] ?? '').filter((cell) => cell !== '' && cell !== '-');
    return values.length > 0 && values.every((cell) => NUMERIC.test(cell)) ? 'right' : 'left';
  });
}

/** One row, as many lines high as its highest cell. */
function lay(row: readonly string[], widths: readonly number[], aligned: readonly ('left' | 'right')[]): string[] {
  const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? 0));
  const height = Math.max(0, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = wrapped.map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0, aligned[column]));
    return parts.join(' '.repeat(GAP)).trimEnd();
  });
}

/** `heading: value`, one a line, with a blank line between rows. */
function stack(cells: Rows, columns: number): string[] {
  const [headings = [], ...body] = cells;
  const records = body.map((row) => {
    return row.flatMap((cell, column) => wrap(`${headings[column] ?? ''}: ${cell}`, columns, column === 0 ? '' : '  '));
  });
  return records.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
