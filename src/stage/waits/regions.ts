/** A piece of memory that a process shares, by `/proc/PID/maps`. */
export interface Region {
  readonly from: number;
  /** The first address behind it. */
  readonly to: number;
  /** Where it begins in its file. */
  readonly offset: number;
  /** The file, also one without a name: the same for all who share it. */
  readonly device: string;
  readonly inode: number;
  readonly path: string;
}

const LINE = /^([0-9a-f]+)-([0-9a-f]+) \S{3}s ([0-9a-f]+) (\S+) (\d+) *(.*)$/gm;

/** Memory that only its process has, which is most of it, is left out. */
export function parseRegions(maps: string): Region[] {
  return Array.from(maps.matchAll(LINE), ([, from = '', to = '', offset = '', device = '', inode, path = '']) => ({
    from: Number.parseInt(from, 16),
    to: Number.parseInt(to, 16),
    offset: Number.parseInt(offset, 16),
    device,
    inode: Number(inode),
    path,
  }));
}

/** A place in memory that processes share. */
export interface SharedPlace {
  readonly device: string;
  readonly inode: number;
  /** In bytes from the beginning of the file. */
  readonly at: number;
  /** Without the remark that the file has been deleted; empty for memory that never had a name. */
  readonly file: string;
  /** Anybody may open it who guesses or knows its name; other memory must be inherited or handed over. */
  readonly isOpen: boolean;
}

/** A semaphore of Python's multiprocessing has a random name, which only its program knows. */
const KNOWN_TO_ITS_PROGRAM = /^\/dev\/shm\/sem\.mp-/;
/** The names of memory that the OS made, for whoever asked for some. */
const WITHOUT_NAME = /^\/(?:dev\/zero$|memfd:|SYSV)/;

/** Which shared place an address is; undefined in memory that only its process has. */
export function sharedPlace(regions: readonly Region[], address: number): SharedPlace | undefined {
  const region = regions.find(({ from, to }) => from <= address && address < to);
  if (region === undefined) {
    return undefined;
  }
  const { device, inode, from, offset, path } = region;
  const file = path.replace(/ \(deleted\)$/, '');
  // Memory of System V has a number that others may know, but none is 0.
  const isOpen = /^\/SYSV(?!0+$)/.test(file) || (file === path && file.startsWith('/') && !KNOWN_TO_ITS_PROGRAM.test(file));
  return { device, inode, at: address - from + offset, file: WITHOUT_NAME.test(file) ? '' : file, isOpen };
}

export function hasPlace(regions: readonly Region[], { device, inode, at }: SharedPlace): boolean {
  return regions.some((region) => (
    region.device === device && region.inode === inode
    && region.offset <= at && at < region.offset + region.to - region.from
  ));
}
