/** A message to a worker and back costs about as much as this much work; larger chunks hide that cost. */
const WORTHWHILE_MS = 0.5;
/** What a chunk should take: short enough that the workers end together, and that a dying one loses little. */
export const SLICE_MS = 8;
const MAX_ITEMS = 4096;

/**
 * How many items to send to a worker together. One at first, to learn how long an item takes; then a share of what
 * waits, but no more than takes a few milliseconds.
 */
export function chunkSize(waiting: number, workers: number, msPerItem: number | undefined): number {
  if (msPerItem === undefined) {
    return 1;
  }
  const share = Math.ceil(waiting / workers / 2);
  const least = Math.ceil(WORTHWHILE_MS / msPerItem);
  const most = Math.ceil(SLICE_MS / msPerItem);
  return Math.max(1, Math.min(Math.max(share, least), most, MAX_ITEMS));
}
