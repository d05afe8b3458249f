import type { WriteStream } from 'node:tty';
import { width, wrap } from '../terminal/index.js';

/** Where a problem is: `file:line:column: …`. */
const BEGINS_WITH_PLACE = /^\s*\S.*?:\d+:\d+: /;

/**
 * A message for the standard error: at a terminal, lines that are too long for it are broken between words. What begins
 * with a place in a file stays one line, as editors read it.
 */
export function fitted(message: string, { isTTY, columns }: Pick<WriteStream, 'isTTY' | 'columns'>): string {
  return isTTY && columns > 0 ? message.split('\n').flatMap((line) => fitLine(line, columns)).join('\n') : message;
}

function fitLine(line: string, columns: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return width(line) <= columns || BEGINS_WITH_PLACE.test(line) ? [line] : wrap(line.trimStart(), columns, indent);
}
