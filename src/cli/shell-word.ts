import { clean } from '../terminal/index.js';

/** A word as a shell reads it back, if it has no control characters: for commands that are shown to be copied. */
export function shellWord(word: string): string {
  const text = clean(word);
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
