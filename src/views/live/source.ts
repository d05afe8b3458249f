import { clean, type Paint } from '../../terminal/index.js';

/** The lines of a source, without anything that a terminal could obey. */
export function sourceLines(source: string): string[] {
  return source.trimEnd().split(/\r?\n/).map(clean);
}

/** So many rows of a source from a line on, counted from 0, with line numbers. */
export function sourceRows(source: string, line: number, rows: number, paint: Paint): string[] {
  const lines = sourceLines(source);
  const digits = `${lines.length}`.length;
  return lines
    .map((text, index) => ` ${paint.dim(`${index + 1}`.padStart(digits + 1))}  ${text}`)
    .slice(line, line + Math.max(0, rows));
}
