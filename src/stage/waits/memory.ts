import type { Everybody } from './everybody.js';
import { maps } from './proc-files.js';
import { parseRegions, type Region } from './regions.js';
import type { Snapshot } from './snapshot.js';

/** The shared memory of some processes. */
export interface Regions {
  readonly seen: ReadonlyMap<number, readonly Region[]>;
  /** Of nobody it is hidden from us. */
  readonly isWhole: boolean;
}

/** @returns undefined when it was not done at the time `end` of `performance.now` */
export function readRegions(pids: readonly number[], end: number): Regions | undefined {
  const seen = new Map<number, readonly Region[]>();
  let isWhole = true;
  for (const pid of pids) {
    if (performance.now() > end) {
      return undefined;
    }
    const text = maps(pid);
    isWhole &&= text !== undefined;
    if (text) {
      seen.set(pid, parseRegions(text));
    }
  }
  return { seen, isWhole };
}

/** Who else has memory that the program shares; `ours` is undefined when nobody in the program waits in such memory. */
export function readForeignRegions(
  ours: Regions | undefined,
  { younger, older, isPartial }: Everybody,
  end: number,
): Pick<Snapshot, 'foreignRegions' | 'hasStrangers'> {
  const theirs = ours && readRegions(younger, end);
  const others = theirs && readRegions(older, end);
  if (!ours?.isWhole || !theirs?.isWhole || !others || isPartial) {
    return { foreignRegions: undefined, hasStrangers: true };
  }
  return { foreignRegions: new Map([...theirs.seen, ...others.seen]), hasStrangers: !others.isWhole };
}
