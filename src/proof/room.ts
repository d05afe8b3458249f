import type { Machine } from './verdict.js';

/** How many runs there may be at a time: those that work, and besides those that are expected to hang. */
export interface Room {
  readonly working: number;
  readonly sleeping: number;
}

export const ALONE: Room = { working: 1, sleeping: 0 };

/** Each run has processes of its own, and we watch them all. */
const MOST_AT_A_TIME = 8;

/** One more working run than cores, since most of them wait part of the time; what hangs takes a core only while it starts. */
export function roomOf({ cores }: Machine): Room {
  const most = Math.max(1, Math.min(cores, MOST_AT_A_TIME));
  return { working: most + 1, sleeping: 2 * most };
}
