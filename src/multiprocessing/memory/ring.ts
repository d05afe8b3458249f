/** Where a record of the ring lies, as far as placing the next one needs it. Offsets and sizes in bytes. */
export interface Placed {
  readonly offset: number;
  readonly end: number;
  /** How often the ring had gone back to its beginning when this record was placed. */
  readonly lap: number;
  /** The highest end among the records before the last return to the beginning that are perhaps not taken yet. */
  readonly high: number;
}

export interface RingLimits {
  /** Where the first record may lie. */
  readonly start: number;
  /** Beyond this it prefers to go back to the start: memory that is in the cache is faster and already backed. */
  readonly soft: number;
  /** Nothing lies beyond this. */
  readonly end: number;
}

/**
 * Finds room for a record after `last`, without touching any record from `taken` (of which the header is still read) on.
 * Usually the records go round within the soft limit; a backlog grows beyond it, and when it is gone they come back.
 *
 *     taken…last                        go on behind last, or back to the start when that is free
 *     …last    taken…high               back at the start: up to taken, then above high
 *     …        taken…high   …last       both: only above
 *
 * @returns undefined when there is no room now
 */
export function place(taken: Placed, last: Placed, bytes: number, { start, soft, end }: RingLimits): Placed | undefined {
  const at = (offset: number, lap: number, high: number): Placed => ({ offset, end: offset + bytes, lap, high });
  const goneBack = last.lap !== taken.lap;

  if (!goneBack) {
    const fitsBefore = start + bytes <= taken.offset;
    if (last.end + bytes <= soft || (!fitsBefore && last.end + bytes <= end)) {
      return at(last.end, last.lap, last.end + bytes);
    }
    return fitsBefore ? at(start, last.lap + 1, last.end) : undefined;
  }
  const isBelow = last.offset < taken.offset;
  if (isBelow && last.end + bytes <= taken.offset) {
    return at(last.end, last.lap, last.high);
  }
  const above = isBelow ? last.high : last.end;
  return above + bytes <= end ? at(above, last.lap, above + bytes) : undefined;
}
