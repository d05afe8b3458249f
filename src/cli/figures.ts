import { glyphs } from '../terminal/index.js';

/** A share as a bar of so many columns. The figures stand beside it: a bar alone says nothing to a screen reader. */
export function bar(part: number, whole: number, columns: number): string {
  const full = whole === 0 ? 0 : Math.round((part / whole) * columns);
  return glyphs.full.repeat(full) + glyphs.empty.repeat(columns - full);
}

/** As in `1 lesson` and `2 lessons`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
