/** What each code that ends a style ends. */
const ENDS: Readonly<Record<number, (code: number) => boolean>> = {
  0: () => true,
  22: (code) => code === 1 || code === 2,
  23: (code) => code === 3,
  24: (code) => code === 4,
  29: (code) => code === 9,
  39: (code) => (code >= 30 && code < 38) || (code >= 90 && code < 98),
  49: (code) => (code >= 40 && code < 48) || (code >= 100 && code < 108),
};

/** The styles that are still on at the end of a line, as a terminal would go on with them. */
export function openStyles(line: string): number[] {
  let open: number[] = [];
  for (const [, text] of line.matchAll(/\u001b\[(\d+)m/g)) {
    const code = Number(text);
    const ends = ENDS[code];
    open = ends === undefined ? [...open, code] : open.filter((other) => !ends(other));
  }
  return open;
}
