import { markedFacts } from './marked-facts.js';

/** What a program's text tells of its facts without being run. */
export interface ProgramNames {
  /** All of its words: what it prints as `name: value` may be any of them. */
  readonly words: ReadonlySet<string>;
  /** The facts that it may mark, as JavaScript; where its text does not write them out, any word may be one. */
  readonly marked: ReadonlySet<string>;
}

export function programNames(text: string): ProgramNames {
  const words = new Set(text.match(/[\p{L}\p{N}_$]+/gu));
  const marked = markedFacts(text);
  return { words, marked: marked === undefined ? words : new Set(marked) };
}
