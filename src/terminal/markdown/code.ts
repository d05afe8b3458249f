import type { Code } from 'mdast';
import { glyphs } from '../glyphs.js';
import { clean, width } from '../text.js';
import { chop } from '../wrap.js';
import type { Context } from './context.js';

const TAB = 4;
/** Columns before code; the fewer if a line would not fit otherwise. */
const INDENTS = { usual: 4, least: 2 } as const;
/** Begins the rest of a line that is too long for the terminal. */
const GOES_ON = `${glyphs.goesOn} `;

/** Code keeps its lines. One that is too long is broken where the terminal ends, with a mark. */
export function code(node: Code, context: Context): string[] {
  const source = node.value.split(/\r\n|\r|\n/).map((line) => clean(expandTabs(line)));
  const widest = source.reduce((most, line) => Math.max(most, width(line)), 0);
  const indent = ' '.repeat(widest + INDENTS.usual <= context.columns ? INDENTS.usual : INDENTS.least);
  const columns = context.columns - indent.length;
  const lines = context.highlight?.(source.join('\n'), node.lang ?? '') ?? source;
  return lines.flatMap((line) => {
    const pieces = context.isPlain || width(line) <= columns ? [line] : chop(line, columns - GOES_ON.length);
    return pieces.map((piece, index) => `${indent}${index === 0 ? '' : context.paint.dim(GOES_ON)}${piece}`);
  });
}

function expandTabs(line: string): string {
  return line
    .split('\t')
    .reduce((before, after) => `${before}${' '.repeat(TAB - (width(before) % TAB))}${after}`);
}
