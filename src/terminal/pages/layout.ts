import { width } from '../text.js';
import { wrap } from '../wrap.js';
import type { Page } from './page.js';

/** Of a terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Lines of a choice, `from` the first to before `to`. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** A page as one long column of lines: the body, an empty line, the choices. */
export interface Layout {
  readonly body: readonly string[];
  readonly choices: readonly (Extent & { readonly lines: readonly string[] })[];
  /** How many lines there are. */
  readonly length: number;
}

/** Columns that are left empty on each side. */
export const MARGIN = 1;
/** From so many rows on, empty lines set the head and the foot apart. */
const ROOMY = 8;
/** With fewer rows only the text is shown. */
const FRAMED = 3;

export function layout(page: Page, columns: number): Layout {
  const room = roomFor(columns);
  const body = page.body(room);
  const items = page.choices?.items ?? [];
  const first = body.length + (body.length > 0 && items.length > 0 ? 1 : 0);
  const indent = choiceIndent(page);
  let from = first;
  const choices = items.map((item) => {
    const lines = wrap(item, Math.max(1, room - indent));
    const extent = { from, to: from + lines.length, lines };
    from = extent.to;
    return extent;
  });
  return { body, choices, length: from };
}

/** The columns that the text of a page may take. */
export function roomFor(columns: number): number {
  return Math.max(1, columns - 2 * MARGIN);
}

/** What stands before the text of a choice: a pointer, its number, and for several a box. */
export function choiceIndent({ choices }: Page): number {
  const digits = width(`${choices?.items.length ?? 0}`);
  return 2 + digits + 2 + (choices?.many === true ? 4 : 0);
}

/** From so many rows on, the foot may take two. */
export const TALL = 16;

/** How the rows of a terminal are divided. */
export function frame(rows: number): { readonly isFramed: boolean; readonly isRoomy: boolean; readonly height: number } {
  const isFramed = rows >= FRAMED;
  const isRoomy = rows >= ROOMY;
  return { isFramed, isRoomy, height: Math.max(1, rows - (isRoomy ? 4 : isFramed ? 2 : 0)) };
}
