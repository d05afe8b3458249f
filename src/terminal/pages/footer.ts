import { pad, width } from '../text.js';
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
  const kept = fitting([...hints, ...placeOf(situation)], room);
  const keys = join(kept.filter((hint) => hints.includes(hint)));
  const place = join(kept.filter((hint) => !hints.includes(hint)));
  return place === '' ? keys : keys + pad(place, room - width(keys), 'right');
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

/** How far the screen reaches; nothing if the whole page is on it. */
function placeOf({ layout, state, height, lastTop }: Situation): Hint[] {
  const last = Math.min(layout.length, state.top + height);
  return lastTop === 0 ? [] : [{ text: `line ${last} of ${layout.length}`, weight: 40 }];
}

/** The hints for which there is room, in their order; the most important are given room first, and one always. */
function fitting(hints: readonly Hint[], room: number): readonly Hint[] {
  const [first, ...others] = hints.toSorted((a, b) => b.weight - a.weight);
  let kept = first === undefined ? [] : [first];
  for (const hint of others) {
    kept = width(join([...kept, hint])) <= room ? [...kept, hint] : kept;
  }
  return hints.filter((hint) => kept.includes(hint));
}

function join(hints: readonly Hint[]): string {
  return hints.map(({ text }) => text).join(GAP);
}
