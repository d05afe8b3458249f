/** The words of a command line, or the first thing in it that is neither a plain word nor a quoted one. */
export type ShellWords = { readonly words: readonly string[] } | { readonly wrong: string; readonly index: number };

const BLANKS = /^[ \t]+/;
/** What means nothing to a shell, or a text in quotes. */
const PIECE = /^(?:[^\s'"\\$`|&;<>()*?[\]{}~#!]+|'([^']*)'|"([^"\\$`]*)")/;

/** Divides a command as a shell does that knows only words, 'quotes' and "quotes". */
export function shellWords(command: string): ShellWords {
  const words: string[] = [];
  let word: string | undefined;
  let index = 0;
  while (index < command.length) {
    const rest = command.slice(index);
    const blanks = BLANKS.exec(rest);
    const piece = PIECE.exec(rest);
    if (blanks) {
      words.push(...(word === undefined ? [] : [word]));
      word = undefined;
      index += blanks[0].length;
    } else if (piece) {
      word = (word ?? '') + (piece[1] ?? piece[2] ?? piece[0]);
      index += piece[0].length;
    } else {
      return { wrong: rest.slice(0, 1), index };
    }
  }
  return { words: word === undefined ? words : [...words, word] };
}
