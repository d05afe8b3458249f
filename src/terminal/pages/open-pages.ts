import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Capabilities } from '../capabilities.js';
import { openScreen, type Screen, type ScreenStreams } from '../screen.js';
import type { Left, Page } from './page.js';
import { carriedOver, startOf, type State } from './state.js';
import { hasLeft, update } from './update.js';
import { view } from './view.js';

/** Pages on the whole terminal, one after the other. */
export interface Pages {
  /**
   * Shows a page until it is left; one page at a time. Takes the terminal if it is not taken. What was typed before the
   * page is shown is not for it. When the terminal is gone, or is none, the page is left at once, with `quit`.
   * `same` is for another version of the page that was shown last: it is read on at the same place.
   */
  show(page: Page, at?: 'top' | 'end' | 'same'): Promise<Left>;
  /** Puts another version of the page in place of the one that is shown, at the same lines or at the top. */
  replace(page: Page, at?: 'top'): void;
  /** Gives the terminal back for something else, until the next page. */
  suspend(): void;
  /** Gives the terminal back; a page that is not left yet is left with `quit`. */
  close(): void;
}

interface Shown {
  page: Page;
  state: State;
  readonly leave: (left: Left) => void;
}

/** Takes the terminal when the first page is shown. */
export function openPages(streams: ScreenStreams, capabilities: Capabilities): Pages {
  const { input, output } = streams;
  let screen: Screen | undefined;
  let shown: Shown | undefined;
  let last: Omit<Shown, 'leave'> | undefined;
  let isGone = input.isTTY !== true;

  const leave = (left: Left) => {
    last = shown ?? last;
    shown?.leave(left);
    shown = undefined;
  };
  const draw = () => {
    if (shown !== undefined && screen !== undefined) {
      screen.draw(view(shown.page, shown.state, screen.size(), capabilities));
    }
  };
  const onKey = (key: string) => {
    if (shown === undefined || screen === undefined) {
      return;
    }
    const next = update(shown.page, shown.state, key, screen.size());
    if (hasLeft(next)) {
      leave(next);
    } else {
      shown.state = next;
      draw();
    }
  };
  const suspend = () => {
    for (const event of ['end', 'close', 'error']) {
      input.off(event, onGone);
    }
    output.off('drain', draw);
    screen?.close();
    screen = undefined;
  };
  const onGone = () => {
    isGone = true;
    suspend();
    leave({ how: 'quit' });
  };
  const take = () => {
    if (screen !== undefined || isGone) {
      return;
    }
    screen = openScreen(streams, { onKey, onResize: draw, onError: onGone });
    for (const event of ['end', 'close', 'error']) {
      input.on(event, onGone);
    }
    // A screen leaves frames out while a terminal reads slowly; the last one must come.
    output.on('drain', draw);
  };

  return {
    async show(page, at = 'top') {
      isGone ||= output.destroyed || input.destroyed || input.readableEnded;
      take();
      // Two turns of the event loop bring all keys that were typed until now, while there is no page for them.
      await nextTurn();
      await nextTurn();
      if (screen === undefined) {
        return { how: 'quit' };
      }
      const size = screen.size();
      const drawn = remembering(page);
      const state = at === 'same' && last
        ? carriedOver(last, drawn, size)
        : startOf(drawn, at === 'end' ? 'end' : 'top', size);
      return new Promise((resolve) => {
        shown = { page: drawn, state, leave: resolve };
        draw();
      });
    },
    replace(page, at) {
      if (shown !== undefined) {
        shown.page = remembering(page);
        shown.state = at === 'top' ? { ...shown.state, top: 0 } : shown.state;
        draw();
      }
    },
    suspend,
    close() {
      suspend();
      leave({ how: 'quit' });
    },
  };
}

/** A page that draws its body once for each number of columns. */
function remembering(page: Page): Page {
  const bodies = new Map<number, readonly string[]>();
  return {
    ...page,
    body(columns) {
      const body = bodies.get(columns) ?? page.body(columns);
      bodies.set(columns, body);
      return body;
    },
  };
}
