import { chop, clean, type Paint } from '../../terminal/index.js';

/** What ends a line, and with it a comment, in JavaScript (https://tc39.es/ecma262/#sec-line-terminators) or Python. */
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
/** Controls, invisible characters and separators: with them a program can show one thing and do another. */
const HIDDEN = /(?!^\ufeff)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu;

/** Where a program has characters that its reader would not see, such as `3:14`; undefined when it has none. */
export function hiddenCharacter(text: string): string | undefined {
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    const isLayout = character === '\t' || character === '\n' || (character === '\r' && text[index + 1] === '\n');
    if (!isLayout) {
      const before = text.slice(0, index).split(LINE_BREAK);
      return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    }
  }
  return undefined;
}

/** Beside the numbers, text gets at least so many columns. */
const FEWEST_COLUMNS = 8;

/** A program with line numbers. Nothing of it is left out: what is longer than the columns goes on below. */
export function numberedSource(text: string, columns: number, { dim }: Paint): string[] {
  const lines = text.trimEnd().split(LINE_BREAK);
  const digits = `${lines.length}`.length + 1;
  const room = Math.max(FEWEST_COLUMNS, columns - digits - 2);
  return lines.flatMap((line, index) =>
    chop(clean(line.replaceAll('\t', '    ')), room).map((piece, part) => {
      const number = part === 0 ? `${index + 1}` : '';
      return `${dim(number.padStart(digits))}  ${piece}`;
    }),
  );
}
