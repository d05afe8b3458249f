/** A message to a worker and back costs about as much as this much work; larger chunks hide that cost. */
const WORTHWHILE_MS = 0.5;
/** What a chunk should take: short enough that the workers end together, and that a dying one loses little. */
export const SLICE_MS = 8;
const MAX_ITEMS = 4096;
/** The share of what waits that a worker gets to learn how long an item takes: if it is too much, little is lost. */
const TRIAL = 1 / 128;

/**
 * How many items to send to a worker together: a few at first, to learn how long an item takes; then a share of what waits,
 * but no more than takes a few milliseconds.
 * @param room how many chunks the workers together can take now
 * @param msPerItem undefined when nothing is known
 */
export function chunkSize(waiting: number, workers: number, room: number, msPerItem: number | undefined): number {
  if (msPerItem === undefined) {
    return Math.max(1, Math.floor((waiting / workers) * TRIAL));
  }
  const share = Math.ceil(waiting / workers / 2);
  // Where the rest is not worth a message, those that have room get equal parts of it.
  const least = Math.min(Math.ceil(WORTHWHILE_MS / msPerItem), Math.ceil(waiting / room));
  const most = Math.ceil(SLICE_MS / msPerItem);
  return Math.max(1, Math.min(Math.max(share, least), most, MAX_ITEMS));
}
