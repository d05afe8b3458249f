import type { Capabilities } from '../../terminal/index.js';

/** Sections with a blank line between them; those that are empty are left out. */
export function joined(sections: readonly (readonly string[])[]): string[] {
  return sections.filter(({ length }) => length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Sections of a report have a margin of their own, and a page puts one around them too: one is enough. */
export function inPage(draw: (room: Capabilities) => readonly string[], capabilities: Capabilities): string[] {
  return draw({ ...capabilities, columns: capabilities.columns + 1 }).map((line) => line.replace(/^ /, ''));
}
