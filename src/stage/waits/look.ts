import type { ProcessWait } from '../../trace/waits.js';
import { decode } from './decode.js';
import { parseAccess, parseTarget } from './descriptors.js';
import { link, numbers, text } from './proc-files.js';
import { isSame, movesOf, readProcess } from './read-process.js';
import { parseRegions, type Region } from './regions.js';
import type { End, ProcessSnapshot } from './snapshot.js';
import { readPeers } from './sockets.js';

/** For reading `/proc`: on a machine with very many processes we say less rather than later. */
const LIMIT_MS = 250;

/** Whether it has been still, only a second look can tell. */
type Read = Omit<ProcessSnapshot, 'still'>;

/**
 * What the processes wait for at this moment, as Linux shows it from outside: nothing is stopped and nothing sent.
 * Processes that we may not look at are told as unknown. Never throws; takes 0.5 s at most.
 */
export async function lookAtWaits(pids: readonly number[]): Promise<ProcessWait[]> {
  if (process.platform !== 'linux') {
    return [];
  }
  const end = performance.now() + LIMIT_MS;
  const before = new Map(pids.map((pid) => [pid, movesOf(pid)]));
  const read = pids.map((pid) => (performance.now() < end ? readProcess(pid) : unread(pid)));
  const ends = readEnds(read, end);
  const regions = readRegions(read, end);
  const processes = read.map((each) => ({ ...each, still: isSame(before.get(each.pid), movesOf(each.pid)) }));
  const peers = usesSockets(processes) ? await readPeers() : new Map<number, number>();
  return decode({ processes, ends, peers, regions });
}

function unread(pid: number): Read {
  return { pid, parent: 0, command: '', threads: [], descriptors: new Map() };
}

function usesSockets(processes: readonly ProcessSnapshot[]): boolean {
  return processes.some(({ descriptors }) => [...descriptors.values()].some(({ target }) => target.kind === 'socket'));
}

/** Who holds the pipes and sockets of the program, also outside of it. */
function readEnds(read: readonly Read[], end: number): ReadonlyMap<number, End[]> | undefined {
  const ours = new Set(read.map(({ pid }) => pid));
  const ends = new Map<number, End[]>();
  for (const { pid, descriptors } of read) {
    for (const [fd, { target }] of descriptors) {
      if (target.kind !== 'other') {
        add(ends, target.inode, pid, fd);
      }
    }
  }
  for (const pid of numbers('').filter((each) => !ours.has(each))) {
    if (performance.now() > end) {
      return undefined;
    }
    for (const fd of numbers(`${pid}/fd`)) {
      const target = parseTarget(link(`${pid}/fd/${fd}`));
      // The other end of a socket has another inode, so all are kept; of pipes only those of the program.
      if (target.kind === 'socket' || (target.kind === 'pipe' && ends.has(target.inode))) {
        add(ends, target.inode, pid, fd);
      }
    }
  }
  return ends;
}

function add(ends: Map<number, End[]>, inode: number, pid: number, fd: number): void {
  const all = ends.get(inode) ?? [];
  all.push({ pid, fd, access: parseAccess(text(`${pid}/fdinfo/${fd}`)) });
  ends.set(inode, all);
}

/** Of everybody, since anybody may share memory with the program; only where somebody waits in memory at all. */
function readRegions(read: readonly Read[], end: number): ReadonlyMap<number, readonly Region[]> | undefined {
  const regions = new Map<number, readonly Region[]>();
  if (read.some(({ threads }) => threads.some(({ call }) => call?.name === 'futex'))) {
    for (const pid of numbers('')) {
      if (performance.now() > end) {
        return undefined;
      }
      const maps = text(`${pid}/maps`);
      if (maps !== '') {
        regions.set(pid, parseRegions(maps).filter(({ shared }) => shared));
      }
    }
  }
  return regions;
}
