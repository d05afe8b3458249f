import type { Findings } from './findings.js';

/** C0 but tab and line feed, DEL, C1, and what turns the direction of writing, which makes a line read as another. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const LONGEST_QUOTE = 60;

/** Tells of each line with control characters. */
export function checkControls(text: string, findings: Findings): void {
  text.split('\n').forEach((line, index) => {
    const [first, ...others] = line.matchAll(CONTROL);
    if (first) {
      const code = first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      const more = others.length > 0 ? ` and ${others.length} more in this line` : '';
      findings.flawed(
        { line: index + 1, column: first.index + 1 },
        `there is a control character, U+${code}${more}`,
        'delete it',
      );
    }
  });
}

export function hasControls(text: string): boolean {
  return text.search(CONTROL) >= 0;
}

export function withoutControls(text: string): string {
  return text.replace(CONTROL, '\u{fffd}').replaceAll('\n', ' ');
}

/** Text from a file as messages name it: on one line, not too long, harmless. */
export function brief(text: string): string {
  const line = withoutControls(text).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : line;
}

/** A text that was written over several lines. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
