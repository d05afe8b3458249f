import { asciiTwins } from './glyphs.js';
import { graphemes, width } from './text.js';

const punctuation: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '×': 'x',
  '−': '-',
  '≤': '<',
  '≥': '>',
  'µ': 'u',
};
const twins: ReadonlyMap<string, string> = new Map(Object.entries({ ...punctuation, ...asciiTwins }));

/** The same line in ASCII and in as many columns: twins of glyphs, letters without accents, `?` for the rest. */
export function toAscii(line: string): string {
  return isAscii(line) ? line : graphemes(line).map(twin).join('');
}

function twin(grapheme: string): string {
  if (isAscii(grapheme)) {
    return grapheme;
  }
  const columns = width(grapheme);
  const simpler = twins.get(grapheme) ?? grapheme.normalize('NFKD').replace(/\p{M}/gu, '');
  return isAscii(simpler) && simpler.length === columns ? simpler : '?'.repeat(columns);
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}
