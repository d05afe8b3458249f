import { stripVTControlCharacters } from 'node:util';
import type { Layout } from './layout.js';

/** The line at which the text stands that began a line of another layout of the same page. */
export function samePlace(line: number, before: Layout, after: Layout): number {
  const above = linesOf(before).slice(0, line).reduce((sum, text) => sum + letters(text), 0);
  const { line: found } = linesOf(after).reduce(
    (reached, text, index) => {
      const sum = reached.sum + letters(text);
      return { sum, line: sum <= above ? index + 1 : reached.line };
    },
    { sum: 0, line: 0 },
  );
  return found;
}

/**
 * The line of another version of a page at which the screen is to begin: the first text on it that both versions have
 * stays where it is.
 */
export function sameText(top: number, height: number, before: Layout, after: Layout): number {
  const [old, now] = [linesOf(before), linesOf(after)];
  for (let line = top; line < Math.min(old.length, top + height); line += 1) {
    const found = nearest(now, old[line] ?? '', line);
    if (found !== undefined) {
      return Math.max(0, found - (line - top));
    }
  }
  return top;
}

/** Of the lines with this text that which is nearest to `line`; undefined where there is none, or no text. */
function nearest(lines: readonly string[], text: string, line: number): number | undefined {
  const found = letters(text) === 0 ? [] : lines.flatMap((each, index) => (each === text ? [index] : []));
  return found.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line))[0];
}

function linesOf({ body, choices }: Layout): string[] {
  return [...body, ...(body.length > 0 && choices.length > 0 ? [''] : []), ...choices.flatMap(({ lines }) => lines)];
}

/** Letters and digits stay the same in number when text is wrapped anew; spaces, rules and bars do not. */
function letters(line: string): number {
  return stripVTControlCharacters(line).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
