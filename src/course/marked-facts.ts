/** The call that adds facts; its second argument begins where this ends. */
const MARK = /\bmark\s*\(\s*(['"`])fact\1\s*,\s*/g;
/** More of them are not looked into. */
const MOST_CALLS = 100;
const OPENING = '([{';
const CLOSING = ')]}';
/** No object that people write out is longer. */
const LONGEST = 5000;
/** A text in quotes, or a comment: brackets in it are none. Of a template, all of it. */
const SKIPPED = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[^])*`|\/\/[^\n]*|\/\*[^]*?\*\//y;
/** What begins one. */
const BEGINS_SKIPPED = /['"`]|\/\*/y;
/** The key of a property: a name, or one in quotes, before a colon or alone. */
const KEY = /^(?:([\p{L}_$][\p{L}\p{N}_$]*)|'([^'\\]*)'|"([^"\\]*)")\s*(?::|$)/u;

/**
 * The names of the facts that a JavaScript program adds by `mark('fact', { … })`, as far as its text tells.
 * @returns undefined where a call does not write them out (`mark('fact', counted)`, `{ ...counted }`, `{ [name]: 1 }`)
 */
export function markedFacts(text: string): readonly string[] | undefined {
  const names: string[] = [];
  let calls = 0;
  for (const match of text.matchAll(MARK)) {
    calls += 1;
    const start = match.index + match[0].length;
    const keys = calls > MOST_CALLS ? undefined : keysOf(text.slice(start, start + LONGEST));
    if (keys === undefined) {
      return undefined;
    }
    names.push(...keys);
  }
  return names;
}

/** The keys of the object with which a text begins; undefined when it is not one whose keys are all written out. */
function keysOf(text: string): string[] | undefined {
  const properties = text.startsWith('{') ? propertiesOf(text) : undefined;
  const keys = properties?.map((property) => KEY.exec(property)?.slice(1).find((key) => key !== undefined));
  return keys?.every((key) => key !== undefined) ? keys : undefined;
}

/** The texts between the commas of an object, without comments; undefined when it does not end. */
function propertiesOf(text: string): string[] | undefined {
  const properties = [''];
  let depth = 0;
  for (let index = 0; index < text.length;) {
    const skipped = matchAt(SKIPPED, text, index);
    if (skipped === undefined && matchAt(BEGINS_SKIPPED, text, index) !== undefined) {
      // It never ends, and to look for its end at each of many such places would take long.
      return undefined;
    }
    const piece = skipped ?? text.charAt(index);
    const isComment = skipped?.startsWith('/') ?? false;
    depth += Number(OPENING.includes(piece)) - Number(CLOSING.includes(piece));
    if (depth === 0) {
      return properties.map((each) => each.trim()).filter((each) => each !== '');
    }
    if (piece === ',' && depth === 1) {
      properties.push('');
    } else if (!isComment && index > 0) {
      properties.push(`${properties.pop() ?? ''}${piece}`);
    }
    index += piece.length;
  }
  return undefined;
}

/** @param pattern - sticky */
function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}
