import { choose } from './choose.js';
import type { Size } from './layout.js';
import type { Left, Page } from './page.js';
import { nextScreen, screenBefore } from './screenfuls.js';
import { type Situation, situationOf, type State } from './state.js';

/** What a key does: the reader is elsewhere on the page, or has left it. */
export function update(page: Page, state: State, key: string, size: Size): State | Left {
  if (key === 'ctrl-c') {
    return { how: 'interrupt' };
  }
  if (page.keys.some((own) => own.key === key)) {
    return { how: 'key', key };
  }
  const situation = situationOf(page, state, size);
  const chosen = page.choices === undefined ? undefined : choose(key, situation, page.choices);
  return chosen ?? read(key, situation);
}

export function hasLeft(next: State | Left): next is Left {
  return 'how' in next;
}

function read(key: string, situation: Situation): State | Left {
  const { state, lastTop } = situation;
  switch (key) {
    case 'q':
    case 'escape':
      return { how: 'quit' };
    case 'return':
    case 'enter':
    case 'space':
    case 'right':
    case 'pagedown':
    case 'n':
      return forward(situation);
    case 'left':
    case 'pageup':
    case 'b':
      return back(situation);
    case 'down':
      return scrolled(situation, state.top + 1);
    case 'up':
      return scrolled(situation, state.top - 1);
    case 'home':
      return scrolled(situation, 0);
    case 'end':
      return scrolled(situation, lastTop);
    default:
      return state;
  }
}

function forward(situation: Situation): State | Left {
  const { page, state, lastTop } = situation;
  if (state.top < lastTop) {
    return scrolled(situation, nextScreen(state.top, situation));
  }
  return page.choices === undefined
    ? { how: 'forward' }
    : { ...state, note: 'Choose with the arrow keys or a number, then press Enter.' };
}

function back(situation: Situation): State | Left {
  const { page, state } = situation;
  if (state.top > 0) {
    return scrolled(situation, screenBefore(situation));
  }
  return page.hasBack ? { how: 'back' } : state;
}

function scrolled({ state, lastTop }: Situation, top: number): State {
  const within = Math.max(0, Math.min(lastTop, top));
  return { ...state, top: within, isChoosing: state.isChoosing || within === lastTop };
}
