import { stripVTControlCharacters } from 'node:util';
import type { Json } from './event.js';
import { parseLiteral } from './literal.js';

/** `name: value`, `name = value`, and `name=value` as Python's `f"{name=}"` writes it; what is compared (`==`) is none. */
const NAMED_VALUE = /^\s*([A-Za-z_]\w*)(?::\s+|\s*=(?!=)\s*)(\S.*)$/s;

/** Parsed in some 0.1 s; a program may print much more, and what comes after it stays text. */
const MOST_CHARACTERS = 1_000_000;

/**
 * The values that a program printed by name, a line each; of one name the last counts. Numbers, truth values, None and
 * lists, as Python or JSON writes them, are values, strings lose their quotation marks, and all else is text. Colours,
 * which Node gives to values on a terminal, are left out.
 */
export function printedValues(lines: readonly string[]): { readonly [name: string]: Json } {
  const texts = new Map<string, string>();
  for (const line of lines) {
    const [, name, text = ''] = NAMED_VALUE.exec(stripVTControlCharacters(line)) ?? [];
    if (name !== undefined) {
      texts.set(name, text);
    }
  }
  let characters = 0;
  return Object.fromEntries(Array.from(texts, ([name, text]) => {
    characters += text.length;
    return [name, (characters <= MOST_CHARACTERS ? parseLiteral(text) : undefined) ?? text.trim()];
  }));
}
