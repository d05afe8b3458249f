import { closeStyles, STYLE } from './sgr.js';
import { fit, graphemes, isPrintableAscii, width } from './text.js';

/** Between two of these, and beside one, a line may be broken without a space. */
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}]/u;

/** What stays on one line, with the spaces that separate it from what comes before. */
interface Word {
  gap: number;
  text: string;
  columns: number;
}

/**
 * Breaks text into lines of at most so many columns, at spaces and line breaks, and within words that are wider than a
 * line. `prefix` begins the first line, and spaces as wide the others. Each line closes the styles that it opens.
 */
export function wrap(text: string, columns: number, prefix = ''): string[] {
  const indent = ' '.repeat(width(prefix));
  const room = Math.max(1, columns - indent.length);
  const words = isPrintableAscii(text) ? text.trim() : undefined;
  if (words !== undefined && words.length <= room) {
    return [fit(`${prefix}${words}`, columns)];
  }
  const lines = text.split('\n').flatMap((line) => fill(wordsOf(line), room));
  return closeStyles(lines).map((line, index) => fit(`${index === 0 ? prefix : indent}${line}`, columns));
}

/** The same without breaking words: one that is wider than a line makes that line wider. */
export function wrapWords(text: string, columns: number): string[] {
  return closeStyles(text.split('\n').flatMap((line) => fill(wordsOf(line), columns, false)));
}

/** Breaks a line wherever it reaches the columns; all its spaces are kept. */
export function chop(line: string, columns: number): string[] {
  return closeStyles(pieces(line, Math.max(1, columns)));
}

function fill(words: readonly Word[], columns: number, breaksWords = true): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words) {
    if (used > 0 && used + word.gap + word.columns > columns) {
      lines.push(line);
      line = '';
      used = 0;
    }
    const gap = used > 0 ? word.gap : 0;
    line += ' '.repeat(gap);
    used += gap;
    for (const [index, piece] of (breaksWords && word.columns > columns ? pieces(word.text, columns) : [word.text]).entries()) {
      if (index > 0) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += piece;
      used += width(piece);
    }
  }
  return [...lines, line];
}

function pieces(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { part, columns: needed } of parts(text)) {
    if (used > 0 && used + needed > columns) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += part;
    used += needed;
  }
  return [...lines, line];
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let word: Word = { gap: 0, text: '', columns: 0 };
  let before = '';
  for (const { part, columns } of parts(line)) {
    const isSpace = part === ' ';
    const mayBreak = columns > 0 && (IDEOGRAPH.test(before) || IDEOGRAPH.test(part)) && !CLOSES.test(part);
    if (word.columns > 0 && (isSpace || mayBreak)) {
      words.push(word);
      word = { gap: 0, text: '', columns: 0 };
    }
    if (isSpace) {
      word.gap += 1;
    } else {
      word.text += part;
      word.columns += columns;
    }
    before = columns > 0 ? part : before;
  }
  return word.text === '' ? words : [...words, word];
}

/** Styles, which take no columns, and graphemes. */
function parts(text: string): { part: string; columns: number }[] {
  return text
    .split(STYLE)
    .flatMap((part) => (STYLE.test(part)
      ? [{ part, columns: 0 }]
      : graphemes(part).map((grapheme) => ({ part: grapheme, columns: width(grapheme) }))));
}
