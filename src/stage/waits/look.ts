import type { ProcessWait } from '../../trace/waits.js';
import { isShared } from './calls.js';
import { decode } from './decode.js';
import { readEnds, waitedFor } from './ends.js';
import { readEverybody } from './everybody.js';
import { readForeignRegions, readRegions } from './memory.js';
import { isSame, movesOf, type Read, readProcess } from './read-process.js';
import { readPeers } from './sockets.js';

/** For reading `/proc`: on a machine with very many processes, or a busy one, we say less rather than later. */
const LIMIT_MS = 400;

/**
 * What the processes of a program wait for at this moment, as Linux shows it from outside: nothing is stopped and
 * nothing sent. Processes that we may not look at are told as unknown. Takes 0.5 s at most.
 * @param pids all processes of the program: others that were started since may hold what it waits for
 */
export async function lookAtWaits(pids: readonly number[]): Promise<ProcessWait[]> {
  if (process.platform !== 'linux') {
    return [];
  }
  const end = performance.now() + LIMIT_MS;
  const before = new Map(pids.map((pid) => [pid, movesOf(pid)]));
  const read = pids.map((pid) => (performance.now() < end ? readProcess(pid) : unread(pid)));
  const regions = waitsInMemory(read) ? readRegions(pids, end) : undefined;
  const waited = waitedFor(read);
  const peers = waited.sockets.size > 0 ? await readPeers() : new Map<number, number>();
  const everybody = readEverybody(pids);
  const ends = readEnds(read, waited, peers, everybody, end);
  const { foreignRegions, hasStrangers } = readForeignRegions(regions, everybody, end);
  // Last of all, so that whoever has not run has waited for all that was read.
  const processes = read.map((each) => ({ ...each, still: isSame(before.get(each.pid), movesOf(each.pid)) }));
  return decode({
    processes, ends, peers, foreignRegions, hasStrangers, children: everybody.children, regions: regions?.seen ?? new Map(),
  });
}

function unread(pid: number): Read {
  return { pid, parent: 0, command: '', threads: [], descriptors: undefined };
}

function waitsInMemory(read: readonly Read[]): boolean {
  return read.some(({ threads }) => threads.some(({ call }) => call?.name === 'futex' && isShared(call.args)));
}
