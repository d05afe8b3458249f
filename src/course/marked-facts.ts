/** The call that adds facts; its second argument begins where this ends. */
const MARK = /\bmark\s*\(\s*(['"`])fact\1\s*,\s*/g;
const OPENING = '([{';
const CLOSING = ')]}';
/** No object that people write out is longer, and a text that never ends it takes long to look through. */
const LONGEST = 5000;
/** A text in quotes, or a comment: brackets in it are none. Of a template, all of it. */
const SKIPPED = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[^])*`|\/\/[^\n]*|\/\*[^]*?\*\/)/;
/** The key of a property: a name, or one in quotes, before a colon or alone. */
const KEY = /^(?:([\p{L}_$][\p{L}\p{N}_$]*)|'([^'\\]*)'|"([^"\\]*)")\s*(?::|$)/u;

/**
 * The names of the facts that a JavaScript program adds by `mark('fact', { … })`, as far as its text tells. Where a call
 * does not write them out (`mark('fact', counted)`, `{ ...counted }`, `{ [name]: 1 }`), any word of the text may be one.
 */
export function markedFacts(text: string): readonly string[] {
  const calls = Array.from(text.matchAll(MARK), (match) => keysOf(text.slice(match.index + match[0].length).slice(0, LONGEST)));
  return calls.includes(undefined) ? wordsOf(text) : calls.flatMap((keys) => keys ?? []);
}

/** Words of any kind, in any language. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
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
    const skipped = SKIPPED.exec(text.slice(index))?.[0];
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
