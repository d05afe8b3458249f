import { width } from '../text.js';
import { frame, roomFor, type Size, TALL } from './layout.js';
import type { Page } from './page.js';

/** What a key does, or where one is, and how much a reader would miss the words if there were no room for them. */
export interface Hint {
  readonly text: string;
  readonly weight: number;
}

/** What a reader can do where they are on a page. */
export interface Reach {
  /** Enter shows more of the page. */
  readonly isMore: boolean;
  readonly isChoosing: boolean;
  readonly canGoBack: boolean;
}

const GAP = '   ';

/** What the keys of a page do. */
export function keyHints({ choices, keys, forward }: Page, { isMore, isChoosing, canGoBack }: Reach): Hint[] {
  return [
    { text: `Enter ${isMore ? 'read on' : forward}`, weight: 100 },
    ...(isChoosing && choices?.many === true ? [{ text: 'space mark', weight: 90 }] : []),
    ...(isChoosing ? [{ text: '↑↓ choose', weight: 20 }] : []),
    ...keys.map(({ key, does }, index) => ({ text: `${key} ${does}`, weight: 70 - index })),
    ...(canGoBack ? [{ text: 'b back', weight: 30 }] : []),
    { text: 'q quit', weight: 80 },
  ];
}

/** How far the screen reaches in a page that is longer. */
export function placeHint(last: number, length: number): Hint {
  return { text: `line ${last} of ${length}`, weight: 40 };
}

/** Two rows in a tall terminal if on any screen of the page the hints would not fit one. */
export function footRows(page: Page, length: number, { columns, rows }: Size): number {
  const isLong = length > frame(rows).height;
  const hints = [
    ...keyHints(page, { isMore: false, isChoosing: page.choices !== undefined, canGoBack: page.hasBack || isLong }),
    ...(isLong ? [placeHint(length, length)] : []),
  ];
  return rows >= TALL && width(join(hints)) > roomFor(columns) ? 2 : 1;
}

/** Hints in rows, each as full as it can be. */
export function inRows(hints: readonly Hint[], room: number): Hint[][] {
  const rows: Hint[][] = [];
  for (const hint of hints) {
    const row = rows.at(-1);
    if (row && width(join([...row, hint])) <= room) {
      row.push(hint);
    } else {
      rows.push([hint]);
    }
  }
  return rows;
}

export function join(hints: readonly Hint[]): string {
  return hints.map(({ text }) => text).join(GAP);
}
