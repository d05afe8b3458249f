import type { Json } from './event.js';

/** What Python and JSON write between a value and the next: strings, names of constants, numbers, brackets and commas. */
const TOKEN = new RegExp(
  [
    String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`,
    String.raw`(?:True|true|False|false|None|null)\b`,
    String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])`,
    String.raw`[[\](),]`,
    String.raw`\s+`,
  ].join('|'),
  'y',
);

const CONSTANTS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['True', true], ['true', true], ['False', false], ['false', false], ['None', null], ['null', null],
]);

const CLOSING: { readonly [opening: string]: string } = { '[': ']', '(': ')' };

/**
 * A number, a truth value, nothing, a string or a list (a tuple too), as Python's `repr` or JSON writes it.
 * @returns undefined for anything else, also for integers that a double cannot tell from their neighbours
 */
export function parseLiteral(text: string): Json | undefined {
  try {
    const tokens = new Tokens(text);
    const value = parseValue(tokens);
    return tokens.next === undefined ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The pieces of a text, one after the other; throws at what is none. */
class Tokens {
  /** Undefined at the end. */
  next: string | undefined;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.next = this.#read();
  }

  take(): string | undefined {
    const token = this.next;
    this.next = this.#read();
    return token;
  }

  #read(): string | undefined {
    let token = ' ';
    while (token.trim() === '') {
      if (this.#at === this.#text.length) {
        return undefined;
      }
      TOKEN.lastIndex = this.#at;
      token = TOKEN.exec(this.#text)?.[0] ?? '';
      if (token === '') {
        throw new SyntaxError(`no literal: ${this.#text}`);
      }
      this.#at = TOKEN.lastIndex;
    }
    return token;
  }
}

function parseValue(tokens: Tokens): Json {
  const token = tokens.take() ?? '';
  const constant = CONSTANTS.get(token);
  if (constant !== undefined) {
    return constant;
  }
  if (/^['"]/.test(token)) {
    return unescape(token);
  }
  return /\d/.test(token) ? parseNumber(token) : parseList(tokens, token);
}

/** In Python brackets with one value in them are no tuple, unless there is a comma. */
function parseList(tokens: Tokens, opening: string): Json[] {
  const closing = CLOSING[opening];
  if (closing === undefined) {
    throw new SyntaxError(`no value: ${opening}`);
  }
  const items: Json[] = [];
  let hasComma = false;
  while (tokens.next !== closing) {
    items.push(parseValue(tokens));
    if (tokens.next === ',') {
      tokens.take();
      hasComma = true;
    } else if (tokens.next !== closing) {
      throw new SyntaxError('neither a comma nor the end of the list');
    }
  }
  tokens.take();
  if (opening === '(' && items.length === 1 && !hasComma) {
    throw new SyntaxError('no tuple');
  }
  return items;
}

function parseNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || (/^[-+]?\d+$/.test(text) && !Number.isSafeInteger(value))) {
    throw new RangeError(`no double is ${text}`);
  }
  return value;
}

/** Of the escapes, those that JSON knows too, and the quotation mark that it has not. */
function unescape(quoted: string): string {
  const inside = quoted.slice(1, -1).replaceAll(/\\.|"/g, (piece) => (piece === '"' ? '\\"' : piece === String.raw`\'` ? "'" : piece));
  return JSON.parse(`"${inside}"`);
}
