/** A style as chalk writes it: Select Graphic Rendition with a single number. With `split`, styles are kept. */
export const STYLE = /(\u001b\[[0-9;]*m)/;
const STYLES = /\u001b\[([0-9;]*)m/g;

/** Makes lines that were cut out of one styled text independent: each opens what it needs and closes what is open. */
export function closeStyles(lines: readonly string[]): string[] {
  let open: readonly number[] = [];
  return lines.map((line) => {
    const before = open;
    for (const [, code] of line.matchAll(STYLES)) {
      open = after(open, Number(code));
    }
    const closers = [...new Set(open.map(closerOf))].toReversed();
    return `${before.map(sgr).join('')}${line}${closers.map(sgr).join('')}`;
  });
}

/** Which styles are open after a code. */
function after(open: readonly number[], code: number): readonly number[] {
  const closer = closerOf(code);
  if (code === 0) {
    return [];
  }
  if (closer === code) {
    return open.filter((other) => closerOf(other) !== code);
  }
  const isColour = closer === 39 || closer === 49;
  return [...open.filter((other) => other !== code && !(isColour && closerOf(other) === closer)), code];
}

/** The code that ends what a code begins; itself if it is one that ends. */
function closerOf(code: number): number {
  if (code === 1 || code === 2) {
    return 22;
  }
  if (code >= 3 && code <= 9) {
    return code + 20;
  }
  if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) {
    return 39;
  }
  return (code >= 40 && code <= 48) || (code >= 100 && code <= 107) ? 49 : code;
}

function sgr(code: number): string {
  return `\u001b[${code}m`;
}
