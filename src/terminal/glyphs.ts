/** The characters beyond ASCII that views draw with; each takes one column. */
export const glyphs = {
  blockStart: '▐',
  blockEnd: '▌',
  blockShort: '▪',
  holdShort: '◆',
  wait: '·',
  put: '↑',
  get: '↓',
  mark: '•',
  death: '✗',
  full: '▮',
  empty: '▯',
  bullet: '·',
  arrow: '→',
  branch: '└',
  tick: '╵',
  ellipsis: '…',
} as const;

export type Glyph = (typeof glyphs)[keyof typeof glyphs];

/** What stands for each where the locale is not UTF-8; one column as well. */
export const asciiTwins: Readonly<Record<Glyph, string>> = {
  '▐': '[',
  '▌': ']',
  '▪': '#',
  '◆': '@',
  '·': '.',
  '↑': '^',
  '↓': 'v',
  '•': '*',
  '✗': 'x',
  '▮': '#',
  '▯': '-',
  '→': '>',
  '└': '`',
  '╵': "'",
  '…': '~',
};
