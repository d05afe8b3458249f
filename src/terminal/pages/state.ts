import { frame, type Layout, layout, type Size } from './layout.js';
import type { Page } from './page.js';
import { samePlace } from './place.js';

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
  /** The largest `top`: the end of the page is on the screen. */
  readonly lastTop: number;
  /** For the columns of the terminal, and as if there had been no key. */
  readonly state: State;
}

/** At the beginning of a page; at its end for one who comes back to it. */
export function startOf(at: 'top' | 'end', { columns }: Size): State {
  const top = at === 'end' ? Number.POSITIVE_INFINITY : 0;
  return { top, columns, pointed: 0, marked: new Set(), isChoosing: false, note: undefined };
}

/** Lays the page out for the terminal, which may have another size than when the last key was pressed. */
export function situationOf(page: Page, state: State, { columns, rows }: Size): Situation {
  const now = layout(page, columns);
  const { height } = frame(rows);
  const lastTop = Math.max(0, now.length - height);
  const wanted = state.columns === columns ? state.top : samePlace(state.top, layout(page, state.columns), now);
  const top = Math.min(wanted, lastTop);
  return {
    page,
    layout: now,
    height,
    lastTop,
    state: { ...state, top, columns, isChoosing: state.isChoosing || top === lastTop, note: undefined },
  };
}
