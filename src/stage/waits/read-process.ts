import { type Call, int, parseCall } from './calls.js';
import { parseDescriptorSet, parseEpoll, parsePollSet, parseTarget, type Watched, watched } from './descriptors.js';
import { link, memory, numbers, text } from './proc-files.js';
import type { Descriptor, ProcessSnapshot, ThreadSnapshot } from './snapshot.js';

const LONGEST_COMMAND = 200;
/** Of a call with more descriptors nothing is said. */
const MOST_DESCRIPTORS = 1024;

/** When a thread last began or ceased to run: as long as it is the same, the thread has not run. */
type Moves = ReadonlyMap<number, string>;

/** What `/proc/PID/task/TID/status` says that changes whenever a thread runs. */
export function movesOf(pid: number): Moves {
  return new Map((numbers(`${pid}/task`) ?? []).map((tid) => {
    const status = text(`${pid}/task/${tid}/status`);
    return [tid, Array.from(status.matchAll(/^(?:State|voluntary_ctxt_switches|nonvoluntary_ctxt_switches):.*$/gm)).join(' ')];
  }));
}

export function isSame(before: Moves | undefined, after: Moves): boolean {
  return before !== undefined && before.size === after.size && [...after].every(([tid, moves]) => before.get(tid) === moves);
}

/** Whether it has been still, only a second look can tell. */
export type Read = Omit<ProcessSnapshot, 'still'>;

export function readProcess(pid: number): Read {
  const parent = Number(/^PPid:\s*(\d+)/m.exec(text(`${pid}/status`))?.[1] ?? 0);
  const command = text(`${pid}/cmdline`).replaceAll('\0', ' ').trim() || text(`${pid}/comm`).trim();
  const threads = (numbers(`${pid}/task`) ?? []).toSorted((a, b) => Number(b === pid) - Number(a === pid)).map((tid) => readThread(pid, tid));
  // Once the main thread has ended, the kernel no longer shows what the others have.
  const isHeadless = threads[0]?.state === 'Z' && threads.length > 1;
  const fds = isHeadless ? undefined : numbers(`${pid}/fd`);
  return {
    pid,
    parent,
    command: command.length <= LONGEST_COMMAND ? command : `${command.slice(0, LONGEST_COMMAND - 1)}…`,
    threads,
    descriptors: fds && new Map(fds.map((fd) => [fd, readDescriptor(pid, fd)])),
  };
}

function readThread(pid: number, tid: number): ThreadSnapshot {
  const folder = `${pid}/task/${tid}`;
  const said = text(`${folder}/syscall`);
  const call = said === '' ? undefined : parseCall(said, process.arch);
  // Most threads wait for a lock of their own, of which this tells no more.
  const place = call?.name === 'futex' ? '' : text(`${folder}/wchan`).trim();
  return {
    tid,
    state: /^State:\s*(\S)/m.exec(text(`${folder}/status`))?.[1] ?? '',
    call,
    place: place === '0' ? '' : place,
    watched: call && readWatched(pid, call),
  };
}

function readDescriptor(pid: number, fd: number): Descriptor {
  const target = parseTarget(link(`${pid}/fd/${fd}`));
  const isProcess = target.kind === 'other' && target.name === 'anon_inode:[pidfd]';
  const stands = isProcess ? /^Pid:\s*(\d+)/m.exec(text(`${pid}/fdinfo/${fd}`)) : undefined;
  return { target, process: stands ? Number(stands[1]) : undefined };
}

/** The arguments are those of poll(2), select(2) and epoll_wait(2). */
function readWatched(pid: number, call: Call): Watched[] | undefined {
  if (!('args' in call)) {
    return undefined;
  }
  const [first = 0n, second = 0n, third = 0n] = call.args;
  switch (call.name) {
    case 'epoll':
    case 'epoll2':
      return parseEpoll(text(`${pid}/fdinfo/${int(first)}`));
    case 'poll':
    case 'ppoll': {
      const bytes = second <= MOST_DESCRIPTORS ? memory(pid, first, Number(second) * 8) : undefined;
      return bytes && parsePollSet(bytes);
    }
    case 'select':
    case 'pselect': {
      if (int(first) > MOST_DESCRIPTORS) {
        return undefined;
      }
      const size = Math.ceil(int(first) / 64) * 8;
      const [reads, writes] = [second, third].map((at) => (at === 0n ? [] : descriptorSet(pid, at, size)));
      return reads && writes && [...reads.map((fd) => watched(fd, 1)), ...writes.map((fd) => watched(fd, 4))];
    }
    default:
      return undefined;
  }
}

function descriptorSet(pid: number, address: bigint, bytes: number): number[] | undefined {
  const read = memory(pid, address, bytes);
  return read && parseDescriptorSet(read);
}
