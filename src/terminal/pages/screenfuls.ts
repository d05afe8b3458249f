import type { Situation } from './state.js';

/** Of a screen's last lines so many may be shown again, for the sake of a whole paragraph. */
const SHOWN_AGAIN = 1 / 4;

/**
 * The first line of the screen that follows the one that begins at `top`. It begins a paragraph if one begins near the
 * end of the screen, so that a heading is not torn from its text; but not where the lines that are shown again would
 * make one screen more.
 */
export function nextScreen(top: number, { layout, height }: Pick<Situation, 'layout' | 'height'>): number {
  const end = top + height;
  const screensFrom = (line: number): number => Math.ceil((layout.length - line) / height);
  const earliest = Math.max(top + 1, Math.ceil(end - height * SHOWN_AGAIN));
  for (let line = end + 1; line >= earliest; line -= 1) {
    if (layout.body[line - 1] === '' && screensFrom(line) <= screensFrom(end)) {
      return line;
    }
  }
  return end;
}

/** The first line of the screen that leads to this one, as read from the beginning. */
export function screenBefore(situation: Situation): number {
  const { top } = situation.state;
  let before = 0;
  for (let line = 0; line < top; line = nextScreen(line, situation)) {
    before = line;
  }
  return before;
}
