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

function linesOf({ body, choices }: Layout): string[] {
  return [...body, ...(body.length > 0 && choices.length > 0 ? [''] : []), ...choices.flatMap(({ lines }) => lines)];
}

/** Letters and digits stay the same in number when text is wrapped anew; spaces, rules and bars do not. */
function letters(line: string): number {
  return stripVTControlCharacters(line).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
