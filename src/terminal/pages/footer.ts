import { pad, width } from '../text.js';
import { type Hint, inRows, join, keyHints, placeHint } from './hints.js';
import { roomFor } from './layout.js';
import type { Situation } from './state.js';

/** The keys and, of a page that is longer than the screen, the place; as much of it as there is room for. */
export function footer(situation: Situation, columns: number): string[] {
  const room = roomFor(columns);
  const place = placeOf(situation);
  const kept = fitting([...hintsFor(situation), ...place], room, situation.footRows);
  return inRows(kept, room).map((row) => {
    const keys = join(row.filter((hint) => !place.includes(hint)));
    const end = join(row.filter((hint) => place.includes(hint)));
    return end === '' ? keys : keys + pad(end, room - width(keys), 'right');
  });
}

function hintsFor({ page, state, lastTop }: Situation): Hint[] {
  const isMore = state.top < lastTop && !(page.choices !== undefined && state.isChoosing);
  const isChoosing = page.choices !== undefined && !isMore;
  return keyHints(page, { isMore, isChoosing, canGoBack: page.hasBack || state.top > 0 });
}

/** How far the screen reaches; nothing if the whole page is on it. */
function placeOf({ layout, state, height, lastTop }: Situation): Hint[] {
  return lastTop === 0 ? [] : [placeHint(Math.min(layout.length, state.top + height), layout.length)];
}

/** The hints for which there is room, in their order; the most important are given room first, and one always. */
function fitting(hints: readonly Hint[], room: number, rows: number): readonly Hint[] {
  const [first, ...others] = hints.toSorted((a, b) => b.weight - a.weight);
  let kept = first === undefined ? [] : [first];
  for (const hint of others) {
    const more = hints.filter((each) => each === hint || kept.includes(each));
    kept = inRows(more, room).length <= rows && width(hint.text) <= room ? more : kept;
  }
  return kept;
}
