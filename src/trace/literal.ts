import type { Json } from './event.js';

/** What Python and JSON write between a value and the next: strings, names of constants, numbers, brackets and commas. */
const TOKEN = new RegExp(
  [
    String.raw`(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`,
    String.raw`(?<constant>(?:True|true|False|false|None|null)\b)`,
    String.raw`(?<number>[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w.]))`,
    String.raw`(?<closing>,?\s*[\])])`,
    String.raw`(?<mark>[[(,])`,
  ].join('|'),
  'y',
);

/**
 * A number, a truth value, nothing, a string or a list (a tuple too), as Python's `repr` or JSON writes it.
 * @returns undefined for anything else
 */
export function parseLiteral(text: string): Json | undefined {
  try {
    return JSON.parse(tokens(text).map(asJson).join(' '));
  } catch {
    return undefined;
  }
}

type Token = { readonly [kind in 'text' | 'constant' | 'number' | 'closing' | 'mark']?: string };

/** Throws at what is none. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    TOKEN.lastIndex = 0;
    const match = TOKEN.exec(rest);
    if (!match) {
      throw new SyntaxError(`no literal: ${rest}`);
    }
    found.push(match.groups ?? {});
    rest = rest.slice(match[0].length).trimStart();
  }
  return found;
}

function asJson({ text, constant, number, closing, mark = '' }: Token): string {
  if (text !== undefined) {
    return JSON.stringify(unescape(text));
  }
  if (constant !== undefined) {
    return constant === 'None' ? 'null' : constant.toLowerCase();
  }
  if (number !== undefined) {
    return `${Number(number)}`;
  }
  return closing !== undefined ? ']' : mark.replace('(', '[');
}

/** Of the escapes, those that JSON knows too, and the quotation mark that it has not. */
function unescape(quoted: string): string {
  const inside = quoted.slice(1, -1).replaceAll(/\\.|"/g, (piece) => (piece === '"' ? '\\"' : piece === String.raw`\'` ? "'" : piece));
  return JSON.parse(`"${inside}"`);
}
