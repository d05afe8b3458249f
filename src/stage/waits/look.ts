import type { ProcessWait } from '../../trace/waits.js';
import { isShared } from './calls.js';
import { decode } from './decode.js';
import { readEnds, waitedFor } from './ends.js';
import { numbers, text } from './proc-files.js';
import { isSame, movesOf, type Read, readProcess } from './read-process.js';
import { parseRegions, type Region } from './regions.js';
import { readPeers } from './sockets.js';

/** For reading `/proc`: on a machine with very many processes, or a busy one, we say less rather than later. */
const LIMIT_MS = 400;

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
  const regions = (waitsInMemory(read) ? readRegions(pids, end) : undefined) ?? new Map<number, Region[]>();
  const processes = read.map((each) => ({ ...each, still: isSame(before.get(each.pid), movesOf(each.pid)) }));
  const waited = waitedFor(read);
  const peers = waited.sockets.size > 0 ? await readPeers() : new Map<number, number>();
  const foreign = numbers('').filter((pid) => !before.has(pid));
  const ends = readEnds(read, waited, peers, foreign, end);
  const foreignRegions = regions.size > 0 ? readRegions(foreign, end) : undefined;
  return decode({ processes, ends, regions, foreignRegions, peers });
}

function unread(pid: number): Read {
  return { pid, parent: 0, command: '', threads: [], descriptors: new Map() };
}

function waitsInMemory(read: readonly Read[]): boolean {
  return read.some(({ threads }) => threads.some(({ call }) => call?.name === 'futex' && isShared(call.args)));
}

/** Whoever cannot be looked at is missing; undefined when there was no time for all. */
function readRegions(pids: readonly number[], end: number): ReadonlyMap<number, readonly Region[]> | undefined {
  const regions = new Map<number, readonly Region[]>();
  for (const pid of pids) {
    if (performance.now() > end) {
      return undefined;
    }
    const maps = text(`${pid}/maps`);
    if (maps !== '') {
      regions.set(pid, parseRegions(maps));
    }
  }
  return regions;
}
