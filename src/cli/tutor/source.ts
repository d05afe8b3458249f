import { chop, clean, type Paint } from '../../terminal/index.js';

/** Beside the numbers, text gets at least so many columns. */
const FEWEST_COLUMNS = 8;

/** A program with line numbers. Nothing of it is left out: what is longer than the columns goes on below. */
export function numberedSource(text: string, columns: number, { dim }: Paint): string[] {
  const lines = text.trimEnd().split(/\r?\n/);
  const digits = `${lines.length}`.length + 1;
  const room = Math.max(FEWEST_COLUMNS, columns - digits - 2);
  return lines.flatMap((line, index) =>
    chop(clean(line.replaceAll('\t', '    ')), room).map((piece, part) => {
      const number = part === 0 ? `${index + 1}` : '';
      return `${dim(number.padStart(digits))}  ${piece}`;
    }),
  );
}
