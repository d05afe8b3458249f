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
  /** How many bytes of the record taken last are still read; the rest of it is free. */
  readonly head: number;
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
export function place(taken: Placed, last: Placed, bytes: number, limits: RingLimits): Placed | undefined {
  const { start, soft, end, head } = limits;
  const at = (offset: number, lap: number, high: number): Placed => ({ offset, end: offset + bytes, lap, high });
  const goneBack = last.lap !== taken.lap;

  if (!goneBack) {
    const behind = last.offset === taken.offset ? taken.offset + head : last.end;
    const fitsBefore = start + bytes <= taken.offset;
    if (behind + bytes <= soft || (!fitsBefore && behind + bytes <= end)) {
      return at(behind, last.lap, behind + bytes);
    }
    return fitsBefore ? at(start, last.lap + 1, behind) : undefined;
  }
  const isBelow = last.offset < taken.offset;
  if (isBelow && last.end + bytes <= taken.offset) {
    return at(last.end, last.lap, last.high);
  }
  const above = isBelow ? last.high : last.end;
  return above + bytes <= end ? at(above, last.lap, above + bytes) : undefined;
}
