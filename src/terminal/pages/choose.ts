import type { Choices, Left } from './page.js';
import type { Situation, State } from './state.js';

/** What a key does among choices; undefined where it does what it does on any page. */
export function choose(key: string, situation: Situation, choices: Choices): State | Left | undefined {
  const { state } = situation;
  const numbered = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  if (numbered >= 0) {
    return numbered < choices.items.length
      ? reveal(situation, numbered, choices.many ? toggled(state, numbered) : state.marked)
      : state;
  }
  if (!state.isChoosing) {
    return undefined;
  }
  switch (key) {
    case 'down':
      return pointAt(situation, isOnScreen(situation) ? state.pointed + 1 : firstBelow(situation));
    case 'up':
      return isOnScreen(situation) ? pointAt(situation, state.pointed - 1) : undefined;
    case 'return':
    case 'enter':
      return choices.many ? takeMarked(state) : takePointed(situation);
    case 'space':
      return choices.many ? mark(situation) : undefined;
    default:
      return undefined;
  }
}

function takePointed(situation: Situation): State | Left {
  const { state } = situation;
  return isOnScreen(situation) ? { how: 'chosen', indices: [state.pointed] } : reveal(situation, state.pointed);
}

function takeMarked(state: State): State | Left {
  return state.marked.size === 0
    ? { ...state, note: 'Mark at least one with space, then press Enter.' }
    : { how: 'chosen', indices: [...state.marked].toSorted((a, b) => a - b) };
}

function mark(situation: Situation): State {
  const { state } = situation;
  return reveal(situation, state.pointed, isOnScreen(situation) ? toggled(state, state.pointed) : state.marked);
}

function toggled({ marked }: State, index: number): ReadonlySet<number> {
  return new Set(marked.has(index) ? [...marked].filter((other) => other !== index) : [...marked, index]);
}

/** One has seen what Enter is about to take. */
function isOnScreen(situation: Situation, index = situation.state.pointed): boolean {
  const { layout, state, height } = situation;
  const choice = layout.choices[index];
  return choice !== undefined && choice.from >= state.top && choice.from < state.top + height;
}

/** When the pointer has scrolled off the top: the first choice that is on the screen. */
function firstBelow(situation: Situation): number {
  const { layout, state } = situation;
  return layout.choices.findIndex((_, index) => index > state.pointed && isOnScreen(situation, index));
}

function pointAt(situation: Situation, index: number): State | undefined {
  return index in situation.layout.choices ? reveal(situation, index) : undefined;
}

/** Points at a choice and scrolls just as far as it takes to see it. */
function reveal({ layout, state, height, lastTop }: Situation, index: number, marked = state.marked): State {
  const { from = 0, to = 0 } = layout.choices[index] ?? {};
  const top = Math.min(lastTop, from, Math.max(state.top, to - height));
  return { ...state, top, pointed: index, marked, isChoosing: true };
}
