import { footRows } from './hints.js';
import { frame, type Layout, layout, type Size } from './layout.js';
import type { Page } from './page.js';
import { samePlace, sameText } from './place.js';

/** How far a reader of a page is. */
export interface State {
  /** The first line on the screen, of the page as laid out for `columns`. */
  readonly top: number;
  readonly columns: number;
  /** The choice that the pointer is at. */
  readonly pointed: number;
  /** Where several may be chosen: those with a mark. */
  readonly marked: ReadonlySet<number>;
  /** The choices are read, so that Enter takes one instead of reading on. */
  readonly isChoosing: boolean;
  /** What the last key could not do, and what can. */
  readonly note: string | undefined;
}

/** A state, and the page as it lies before the reader. */
export interface Situation {
  readonly page: Page;
  readonly layout: Layout;
  /** Rows for the text. */
  readonly height: number;
  /** Rows for the keys, the same on all screens of a page. */
  readonly footRows: number;
  /** The largest `top`: the end of the page is on the screen. */
  readonly lastTop: number;
  /** For the columns of the terminal, and as if there had been no key. */
  readonly state: State;
}

/** At the beginning of a page; at its end for one who comes back to it. */
export function startOf({ choices }: Pick<Page, 'choices'>, at: 'top' | 'end', { columns }: Size): State {
  const top = at === 'end' ? Number.POSITIVE_INFINITY : 0;
  return { top, columns, pointed: choices?.pointed ?? 0, marked: new Set(), isChoosing: false, note: undefined };
}

/** The state of a reader who gets another version of a page, in which some of the text stands elsewhere. */
export function carriedOver(before: { readonly page: Page; readonly state: State }, page: Page, size: Size): State {
  const { layout: old, state, height } = situationOf(before.page, before.state, size);
  return { ...state, top: sameText(state.top, height, old, layout(page, size.columns)) };
}

/** Lays the page out for the terminal, which may have another size than when the last key was pressed. */
export function situationOf(page: Page, state: State, size: Size): Situation {
  const { columns, rows } = size;
  const now = layout(page, columns);
  const foot = footRows(page, now.length, size);
  const height = Math.max(1, frame(rows).height - (foot - 1));
  const lastTop = Math.max(0, now.length - height);
  const wanted = state.columns === columns ? state.top : samePlace(state.top, layout(page, state.columns), now);
  const top = Math.min(wanted, lastTop);
  return {
    page,
    layout: now,
    height,
    footRows: foot,
    lastTop,
    state: { ...state, top, columns, isChoosing: state.isChoosing || top === lastTop, note: undefined },
  };
}
