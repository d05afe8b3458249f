import { width } from '../text.js';

/** Longer words may be broken. */
const LONGEST_WORD = 14;

/**
 * How wide the columns of a table are: as their cells need, or the widest made narrower until they fit the room.
 * Undefined if words would have to be broken for that.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  count: number,
  room: number,
): readonly number[] | undefined {
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''));
  const needed = columns.map((cells) => Math.min(room, widest(cells)));
  const least = columns.map((cells) => Math.min(room, LONGEST_WORD, widest(cells.flatMap((cell) => cell.split(' ')))));
  for (let most = room; most > 0; most -= 1) {
    const widths = needed.map((columns, index) => Math.max(1, least[index] ?? 0, Math.min(columns, most)));
    if (sum(widths) <= room) {
      return widths;
    }
  }
  return undefined;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, width(text)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
