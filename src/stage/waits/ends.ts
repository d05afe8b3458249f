import { int } from './calls.js';
import { parseAccess, parseTarget } from './descriptors.js';
import type { Everybody } from './everybody.js';
import { link, numbers, text } from './proc-files.js';
import type { Read } from './read-process.js';
import type { End } from './snapshot.js';
import type { Peers } from './sockets.js';

/** By their inodes, the pipes and the sockets that somebody waits for. */
export interface Waited {
  readonly pipes: ReadonlySet<number>;
  readonly sockets: ReadonlySet<number>;
}

export function waitedFor(read: readonly Read[]): Waited {
  const targets = read.flatMap(({ threads, descriptors }) => {
    const fds = threads.flatMap(({ call, watched = [] }) => {
      const own = call?.name === 'read' || call?.name === 'write' ? [int(call.args[0])] : [];
      return [...own, ...watched.map(({ fd }) => fd)];
    });
    return fds.map((fd) => descriptors?.get(fd)?.target);
  });
  const inodes = (kind: 'pipe' | 'socket'): Set<number> => (
    new Set(targets.flatMap((target) => (target?.kind === kind ? [target.inode] : [])))
  );
  return { pipes: inodes('pipe'), sockets: inodes('socket') };
}

/**
 * Who has these pipes open, or the other ends of these sockets, also outside of the program.
 * @returns undefined when it was not done at the time `end` of `performance.now`, or when the descriptors of somebody
 * who may have inherited one are hidden from us
 */
export function readEnds(
  read: readonly Read[],
  { pipes, sockets }: Waited,
  peers: Peers,
  { younger, older, isPartial }: Everybody,
  end: number,
): ReadonlyMap<number, readonly End[]> | undefined {
  const wanted = new Set([...pipes, ...[...sockets].flatMap((socket) => peers.get(socket) ?? [])]);
  const ends = new Map<number, End[]>(Array.from(wanted, (inode) => [inode, []]));
  for (const { pid, descriptors, threads } of read) {
    const isDead = threads.length > 0 && threads.every(({ state }) => state === 'Z' || state === 'X');
    if (isPartial || (descriptors === undefined && !isDead)) {
      return undefined;
    }
    for (const [fd, { target }] of descriptors ?? []) {
      if (target.kind !== 'other') {
        ends.get(target.inode)?.push(readEnd(pid, fd));
      }
    }
  }
  const mayHaveAll = new Set(younger);
  for (const pid of wanted.size > 0 ? [...younger, ...older] : []) {
    const fds = numbers(`${pid}/fd`);
    if (performance.now() > end || (fds === undefined && mayHaveAll.has(pid))) {
      return undefined;
    }
    for (const fd of fds ?? []) {
      const target = parseTarget(link(`${pid}/fd/${fd}`));
      if (target.kind !== 'other') {
        ends.get(target.inode)?.push(readEnd(pid, fd));
      }
    }
  }
  return ends;
}

function readEnd(pid: number, fd: number): End {
  return { pid, fd, access: parseAccess(text(`${pid}/fdinfo/${fd}`)) };
}
