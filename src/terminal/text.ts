import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'fast-string-width';
import { glyphs } from './glyphs.js';
import { STYLE } from './sgr.js';

const LINE_BREAKS = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;
/** Marks, overrides and isolates of writing direction, which can make a line read as another, and invisible spaces. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const PRINTABLE_ASCII = /^[ -~]*$/;
/** Latin letters, punctuation, arrows, lines and blocks: none of them goes together with another of them. */
const STANDS_ALONE = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25ff\u2713\u2717]*$/;
const HIGH_SURROGATE = /^[\ud800-\udbff]$/;

/** Made when it is needed first, which takes 10 ms. */
let segmenter: Intl.Segmenter | undefined;
/** The segmenter's time grows with the square of the length, so it is handed short pieces. */
const PIECE = 256;

/** Makes text from outside harmless: one line, without escape sequences, control characters and bidi overrides. */
export function clean(text: string): string {
  return isPrintableAscii(text) ? text : stripVTControlCharacters(text).replace(LINE_BREAKS, ' ').replace(CONTROLS, '').replace(INVISIBLE, '');
}

/** Columns that the text takes on a terminal; styles take none. Vowel signs such as Bengali's take one on most. */
export function width(text: string): number {
  return isPrintableAscii(text) ? text.length : stringWidth(text.replace(/\p{Mc}/gu, '_'));
}

/** Most text is: what is done to it can then be simpler, and many times faster. */
export function isPrintableAscii(text: string): boolean {
  return PRINTABLE_ASCII.test(text);
}

/** What a reader takes for one character, such as a letter with its accents or a flag. */
export function graphemes(text: string): string[] {
  if (STANDS_ALONE.test(text)) {
    return text.split('');
  }
  segmenter ??= new Intl.Segmenter();
  const found: string[] = [];
  let from = 0;
  while (from < text.length) {
    // The first half of a surrogate pair would pass for a character of its own.
    const to = HIGH_SURROGATE.test(text.charAt(from + PIECE - 1)) ? from + PIECE + 1 : from + PIECE;
    const piece = Array.from(segmenter.segment(text.slice(from, to)), ({ segment }) => segment);
    // The last one may go on behind the piece.
    const whole = to < text.length && piece.length > 1 ? piece.slice(0, -1) : piece;
    found.push(...whole);
    from += whole.join('').length;
  }
  return found;
}

/** Shortens text to the columns, with an ellipsis; never cuts a style or a wide character in two. */
export function fit(text: string, columns: number): string {
  if (width(text) <= columns) {
    return text;
  }
  if (columns < 1) {
    return '';
  }
  let room = columns - 1;
  let cut = false;
  let kept = '';
  for (const part of text.split(STYLE)) {
    if (STYLE.test(part)) {
      kept += part;
    } else if (!cut) {
      const taken = take(part, room);
      cut = taken !== part;
      room -= width(taken);
      kept += cut ? `${taken}${glyphs.ellipsis}` : taken;
    }
  }
  return kept;
}

/** The text in exactly so many columns: shortened, or filled with spaces on the side away from `align`. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const fitted = fit(text, columns);
  const space = ' '.repeat(Math.max(0, columns - width(fitted)));
  return align === 'left' ? fitted + space : space + fitted;
}

function take(text: string, columns: number): string {
  let used = 0;
  let taken = '';
  for (const grapheme of graphemes(text)) {
    used += width(grapheme);
    if (used > columns) {
      break;
    }
    taken += grapheme;
  }
  return taken;
}
