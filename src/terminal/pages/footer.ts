import { width } from '../text.js';
import { roomFor } from './layout.js';
import type { Situation } from './state.js';

/** What a key does, and how much a reader would miss the words if there were no room for them. */
interface Hint {
  readonly text: string;
  readonly weight: number;
}

const GAP = '   ';

/** The keys and, of a page that is longer than the screen, the place; as much of it as there is room for. */
export function footer(situation: Situation, columns: number): string {
  const room = roomFor(columns);
  const hints = hintsFor(situation);
  const place = placeOf(situation);
  if (place === undefined) {
    return join(fitting(hints, room));
  }
  const { long, short } = place;
  const beside = fitting(hints, room - GAP.length - width(short));
  return spread(hints, long, room) ?? spread(beside, short, room) ?? join(fitting(hints, room));
}

function hintsFor({ page, state, lastTop }: Situation): Hint[] {
  const { choices, keys, forward, hasBack } = page;
  const isMore = state.top < lastTop && !(choices !== undefined && state.isChoosing);
  const isChoosing = choices !== undefined && !isMore;
  return [
    { text: `Enter ${isMore ? 'read on' : forward}`, weight: 100 },
    ...(isChoosing && choices.many ? [{ text: 'space mark', weight: 90 }] : []),
    ...(isChoosing ? [{ text: '↑↓ choose', weight: 20 }] : []),
    ...keys.map(({ key, does }, index) => ({ text: `${key} ${does}`, weight: 70 - index })),
    ...(hasBack || state.top > 0 ? [{ text: 'b back', weight: 30 }] : []),
    { text: 'q quit', weight: 80 },
  ];
}

/** Undefined if the whole page is on the screen. */
function placeOf({ layout, state, height, lastTop }: Situation): { long: string; short: string } | undefined {
  const short = `${state.top + 1}-${Math.min(layout.length, state.top + height)} of ${layout.length}`;
  return lastTop === 0 ? undefined : { long: `lines ${short}`, short };
}

/** The hints at the left and the place at the right; undefined without room for both. */
function spread(hints: readonly Hint[], place: string, room: number): string | undefined {
  const between = room - width(join(hints)) - width(place);
  return between < GAP.length ? undefined : join(hints) + ' '.repeat(between) + place;
}

/** Without those that would be missed least, but never without the first. */
function fitting(hints: readonly Hint[], room: number): readonly Hint[] {
  let kept = hints;
  while (kept.length > 1 && width(join(kept)) > room) {
    const least = kept.reduce((light, hint) => (hint.weight < light.weight ? hint : light));
    kept = kept.filter((hint) => hint !== least);
  }
  return kept;
}

function join(hints: readonly Hint[]): string {
  return hints.map(({ text }) => text).join(GAP);
}
