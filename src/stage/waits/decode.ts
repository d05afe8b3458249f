import type { ChannelWait, Holder, ProcessWait, ThreadWait, Wait } from '../../trace/waits.js';
import { type Call, int, isShared } from './calls.js';
import type { Watched } from './descriptors.js';
import { hasPlace, type SharedPlace, sharedPlace } from './regions.js';
import type { ProcessSnapshot, Snapshot, ThreadSnapshot } from './snapshot.js';

/** Says of a snapshot who waits for whom. */
export function decode(snapshot: Snapshot): ProcessWait[] {
  return snapshot.processes.map((process) => {
    const { pid, parent, command, still, threads } = process;
    const waits = threads.map((thread) => decodeThread(thread, process, snapshot));
    return { pid, parent, command, still, threads: waits.length > 0 ? waits : [unknownThread(pid)] };
  });
}

function unknownThread(pid: number): ThreadWait {
  return { tid: pid, wait: { kind: 'unknown', where: '' }, timed: false };
}

function decodeThread(thread: ThreadSnapshot, process: ProcessSnapshot, snapshot: Snapshot): ThreadWait {
  const { tid, state, call, place } = thread;
  switch (state) {
    case 'Z':
    case 'X':
      return { tid, wait: { kind: 'ended' }, timed: false };
    case 'T':
    case 't':
      return { tid, wait: { kind: 'stopped' }, timed: false };
    case 'R':
      return { tid, wait: { kind: 'running' }, timed: false };
    default:
      return call !== undefined && 'args' in call
        ? { tid, wait: ofCall(call, thread, process, snapshot), timed: isTimed(call) }
        : { tid, wait: call?.name === 'running' ? { kind: 'running' } : { kind: 'unknown', where: place }, timed: false };
  }
}

type KnownCall = Extract<Call, { readonly args: readonly bigint[] }>;

/** Whether it has been given a limit: milliseconds that are not negative, or a `struct timespec` that is there. */
function isTimed({ name, args }: KnownCall): boolean {
  switch (name) {
    case 'sleep':
      return true;
    case 'poll':
      return int(args[2]) >= 0;
    case 'epoll':
      return int(args[3]) >= 0;
    case 'ppoll':
      return args[2] !== 0n;
    case 'futex':
    case 'epoll2':
      return args[3] !== 0n;
    case 'select':
    case 'pselect':
      return args[4] !== 0n;
    default:
      return false;
  }
}

function ofCall({ name, args }: KnownCall, thread: ThreadSnapshot, process: ProcessSnapshot, snapshot: Snapshot): Wait {
  const unknown: Wait = { kind: 'unknown', where: thread.place };
  switch (name) {
    case 'read':
    case 'write':
      return ofDescriptor(int(args[0]), name, process, snapshot);
    case 'sleep':
      return { kind: 'timer' };
    // After SIGCONT a thread goes on in this way with a call that it does not tell, be it with a limit or without.
    case 'restarted':
      return unknown;
    case 'wait4':
      return { kind: 'children', pids: int(args[0]) > 0 ? [int(args[0])] : childrenOf(process, snapshot) };
    case 'waitid':
      return { kind: 'children', pids: waitedFor(args, process, snapshot) };
    case 'futex':
      return ofFutex(args, process, snapshot);
    case 'poll':
    case 'ppoll':
    case 'select':
    case 'pselect':
      return thread.watched ? ofSeveral(thread.watched, process, snapshot) : unknown;
    case 'epoll':
    case 'epoll2':
      return { kind: 'event loop', of: ofLoop(thread, process, snapshot) };
  }
}

/** Also those that are not the program's any more: they too may end. */
function childrenOf({ pid }: ProcessSnapshot, { children }: Snapshot): readonly number[] {
  return children.get(pid) ?? [];
}

const [P_PID, P_PIDFD] = [1, 3];

function waitedFor([type, id]: readonly bigint[], process: ProcessSnapshot, snapshot: Snapshot): readonly number[] {
  const child = int(type) === P_PID ? int(id) : int(type) === P_PIDFD ? process.descriptors?.get(int(id))?.process : undefined;
  return child === undefined ? childrenOf(process, snapshot) : [child];
}

function ofSeveral(watched: readonly Watched[], process: ProcessSnapshot, snapshot: Snapshot): Wait {
  const waits = watched.flatMap((each) => ofWatched(each, process, snapshot));
  const [first] = waits;
  return first !== undefined && waits.length === 1 ? first : { kind: 'any', of: waits };
}

function ofWatched({ fd, reads, writes }: Watched, process: ProcessSnapshot, snapshot: Snapshot): Wait[] {
  return [
    ...(reads ? [ofDescriptor(fd, 'read', process, snapshot)] : []),
    ...(writes ? [ofDescriptor(fd, 'write', process, snapshot)] : []),
  ];
}

/** The bell that a thread rings for another of its process. */
const OWN_BELL = 'anon_inode:[eventfd]';

/** What a loop watches besides its process's own bells, which are no sockets; on the main thread also the end of children, told by a signal. */
function ofLoop({ tid, watched = [] }: ThreadSnapshot, process: ProcessSnapshot, snapshot: Snapshot): Wait[] {
  const waits = watched.flatMap((each) => ofWatched(each, process, snapshot)).filter((wait) => {
    return wait.kind === 'descriptor' ? wait.target !== OWN_BELL : !('others' in wait && wait.channel === 'pipe' && isOwn(wait, process.pid));
  });
  const children = tid === process.pid ? childrenOf(process, snapshot) : [];
  return children.length > 0 ? [...waits, { kind: 'children', pids: children }] : waits;
}

function isOwn({ others }: ChannelWait, pid: number): boolean {
  return others !== undefined && others.every((holder) => holder.pid === pid);
}

function ofDescriptor(fd: number, kind: ChannelWait['kind'], process: ProcessSnapshot, snapshot: Snapshot): Wait {
  const descriptor = process.descriptors?.get(fd);
  const target = descriptor?.target ?? { kind: 'other', name: '' };
  if (descriptor?.process !== undefined) {
    return { kind: 'children', pids: [descriptor.process] };
  }
  if (target.kind === 'other') {
    return target.name === 'anon_inode:[timerfd]' ? { kind: 'timer' } : { kind: 'descriptor', fd, target: target.name };
  }
  const others = target.kind === 'pipe' ? otherEnds(target.inode, kind, snapshot) : peersOf(target.inode, snapshot);
  // A channel without another end would have told so: somebody holds it whom we may not see.
  return { kind, channel: target.kind, fd, inode: target.inode, others: others?.length ? others : undefined };
}

function otherEnds(inode: number, kind: ChannelWait['kind'], { ends }: Snapshot): Holder[] | undefined {
  return ends?.get(inode)?.filter(({ access }) => access !== kind).map(({ pid, fd }) => ({ pid, fd }));
}

function peersOf(inode: number, { ends, peers }: Snapshot): Holder[] | undefined {
  const peer = peers.get(inode);
  return peer === undefined ? undefined : ends?.get(peer)?.map(({ pid, fd }) => ({ pid, fd }));
}

function ofFutex(args: readonly bigint[], process: ProcessSnapshot, snapshot: Snapshot): Wait {
  if (!isShared(args)) {
    return { kind: 'own lock' };
  }
  const regions = snapshot.regions.get(process.pid);
  if (regions === undefined) {
    return { kind: 'unknown', where: 'futex' };
  }
  const place = sharedPlace(regions, Number(args[0]));
  if (place === undefined) {
    return { kind: 'own lock' };
  }
  const waiters = snapshot.processes.filter((other) => other.pid !== process.pid && waitsAt(other, place, snapshot));
  return {
    kind: 'shared lock',
    file: place.file,
    lock: `${place.device} ${place.inode} ${place.at}`,
    waiters: waiters.map(({ pid }) => pid),
    users: usersOf(place, snapshot),
  };
}

function usersOf(place: SharedPlace, { regions, foreignRegions, hasStrangers }: Snapshot): number[] | undefined {
  if (foreignRegions === undefined || (hasStrangers && place.isOpen)) {
    return undefined;
  }
  return [...regions, ...foreignRegions].filter(([, theirs]) => hasPlace(theirs, place)).map(([pid]) => pid);
}

function waitsAt({ pid, threads }: ProcessSnapshot, { device, inode, at }: SharedPlace, { regions }: Snapshot): boolean {
  return threads.some(({ call }) => {
    const place = call?.name === 'futex' ? sharedPlace(regions.get(pid) ?? [], Number(call.args[0])) : undefined;
    return place?.device === device && place.inode === inode && place.at === at;
  });
}
