import { describe, expect, it } from 'vitest';
import { type Call, parseCall } from '../../../src/stage/waits/calls.js';
import { decode } from '../../../src/stage/waits/decode.js';
import type { Watched } from '../../../src/stage/waits/descriptors.js';
import { parseTarget } from '../../../src/stage/waits/descriptors.js';
import { parseRegions } from '../../../src/stage/waits/regions.js';
import type { Descriptor, ProcessSnapshot, Snapshot } from '../../../src/stage/waits/snapshot.js';
import type { ThreadWait } from '../../../src/trace/waits.js';

interface Given {
  readonly call?: string | undefined;
  readonly state?: string;
  readonly place?: string;
  readonly watched?: Watched[];
  readonly links?: { [fd: number]: string };
  readonly parent?: number;
  readonly tid?: number;
  readonly pidfd?: { [fd: number]: number };
}

/** A process with one thread, as it would have been read. */
function process(pid: number, { call, state = 'S', place = '', watched, links = {}, parent = 1, tid = pid, pidfd = {} }: Given = {}): ProcessSnapshot {
  const parsed: Call | undefined = call === undefined ? undefined : parseCall(call, 'x64');
  const descriptors = new Map<number, Descriptor>(
    Object.entries(links).map(([fd, link]) => [Number(fd), { target: parseTarget(link), process: pidfd[Number(fd)] }]),
  );
  return { pid, parent, command: 'x', still: true, threads: [{ tid, state, call: parsed, place, watched }], descriptors };
}

const nothing: Omit<Snapshot, 'processes' | 'children'> = {
  ends: new Map(), peers: new Map(), regions: new Map(), foreignRegions: new Map(), hasStrangers: false,
};

/** What the first thread of the first process waits for. */
function wait(processes: ProcessSnapshot[], rest: Partial<Snapshot> = {}): ThreadWait | undefined {
  const children = new Map(processes.map(({ pid }) => [pid, processes.filter(({ parent }) => parent === pid).map((child) => child.pid)]));
  return decode({ ...nothing, children, processes, ...rest })[0]?.threads[0];
}

const call = (number: number, ...args: (number | string)[]): string =>
  [number, ...[...args, 0, 0, 0, 0, 0, 0].slice(0, 6).map((each) => (typeof each === 'string' ? each : `0x${each.toString(16)}`)), '0x1', '0x2'].join(' ');
const ANY = '0xffffffff';

describe('a thread that does not wait in a call', () => {
  it.each([['R', 'running'], ['T', 'stopped'], ['t', 'stopped'], ['Z', 'ended']])('in the state %s is %s', (state, kind) => {
    expect(wait([process(7, { state, call: call(0, 3) })])).toEqual({ tid: 7, wait: { kind }, timed: false });
  });

  it('or whose call we may not see, is told with the kernel\'s name of the place', () => {
    expect(wait([process(7, { place: 'flock_lock' })])?.wait).toEqual({ kind: 'unknown', where: 'flock_lock' });
    expect(wait([process(7, { call: call(34), place: 'do_sys_pause' })])?.wait).toEqual({ kind: 'unknown', where: 'do_sys_pause' });
    expect(wait([process(7, { call: call(219), place: 'do_poll' })])?.wait).toEqual({ kind: 'unknown', where: 'do_poll' });
    expect(wait([{ ...process(7), threads: [] }])).toEqual({ tid: 7, wait: { kind: 'unknown', where: '' }, timed: false });
  });
});

describe('children', () => {
  const family = (first: ProcessSnapshot): ProcessSnapshot[] => [first, process(8, { parent: 7 }), process(9, { parent: 7 }), process(10, { parent: 8 })];
  it.each([
    ['wait4 for one', call(61, 8), [8]],
    ['wait4 for any', call(61, ANY), [8, 9]],
    ['waitid for one', call(247, 1, 9), [9]],
    ['waitid for all', call(247, 0), [8, 9]],
    ['waitid for a pidfd', call(247, 3, 5), [9]],
  ])('%s', (_, text, pids) => {
    const links = { 5: 'anon_inode:[pidfd]' };
    expect(wait(family(process(7, { call: text, links, pidfd: { 5: 9 } })))?.wait).toEqual({ kind: 'children', pids });
  });

  it('are told also when they are not among the processes of the program', () => {
    expect(wait([process(7, { call: call(61, ANY) })], { children: new Map([[7, [8, 99]]]) })?.wait).toEqual({ kind: 'children', pids: [8, 99] });
  });
});

describe('pipes and sockets', () => {
  const pipes = { 3: 'pipe:[50]', 4: 'pipe:[50]' };
  const ends: Snapshot['ends'] = new Map([[50, [
    { pid: 7, fd: 3, access: 'read' as const }, { pid: 7, fd: 4, access: 'write' as const }, { pid: 6, fd: 9, access: 'both' as const },
  ]]]);

  it('a reader waits for all who could write, and a writer for all who could read', () => {
    const reads = wait([process(7, { call: call(0, 3), links: pipes })], { ends });
    expect(reads).toEqual({
      tid: 7,
      wait: { kind: 'read', channel: 'pipe', fd: 3, inode: 50, others: [{ pid: 7, fd: 4 }, { pid: 6, fd: 9 }] },
      timed: false,
    });
    const writes = wait([process(7, { call: call(1, 4), links: pipes })], { ends });
    expect(writes?.wait).toMatchObject({ kind: 'write', fd: 4, others: [{ pid: 7, fd: 3 }, { pid: 6, fd: 9 }] });
  });

  it('who has the other end is not known where nobody is seen with it, or not everybody was looked at', () => {
    for (const unseen of [new Map(), undefined]) {
      expect(wait([process(7, { call: call(0, 3), links: pipes })], { ends: unseen })?.wait).toMatchObject({ kind: 'read', others: undefined });
    }
  });

  it('the other end of a socket is the one that ss tells', () => {
    const links = { 3: 'socket:[60]' };
    const sockets: Snapshot['ends'] = new Map([[61, [{ pid: 8, fd: 5, access: 'both' as const }]]]);
    const given = process(7, { call: call(45, 3), links });
    expect(wait([given], { ends: sockets, peers: new Map([[60, 61]]) })?.wait).toEqual(
      { kind: 'read', channel: 'socket', fd: 3, inode: 60, others: [{ pid: 8, fd: 5 }] },
    );
    expect(wait([given], { ends: sockets })?.wait).toMatchObject({ others: undefined });
    expect(wait([given], { ends: new Map([[61, []]]), peers: new Map([[60, 61]]) })?.wait).toMatchObject({ others: undefined });
  });

  it('nothing is known where its descriptors are hidden', () => {
    const hidden = { ...process(7, { call: call(0, 3) }), descriptors: undefined };
    expect(wait([hidden], { ends })?.wait).toEqual({ kind: 'descriptor', fd: 3, target: '' });
  });

  it('something else is told by its name', () => {
    expect(wait([process(7, { call: call(0, 0), links: { 0: '/dev/pts/1' } })])?.wait).toEqual({ kind: 'descriptor', fd: 0, target: '/dev/pts/1' });
    expect(wait([process(7, { call: call(0, 0) })])?.wait).toEqual({ kind: 'descriptor', fd: 0, target: '' });
  });
});

describe('time limits', () => {
  const watched = [{ fd: 3, reads: true, writes: false }];
  it.each([
    ['poll for ever', call(7, 1, 1, ANY), false],
    ['poll for a time', call(7, 1, 1, 500), true],
    ['ppoll for ever', call(271, 1, 1, 0), false],
    ['epoll for a time', call(281, 5, 1, 1, 20), true],
    ['epoll for ever', call(281, 5, 1, 1, ANY), false],
    ['epoll_pwait2 for a time', call(441, 5, 1, 1, 0x7ff0), true],
    ['select for ever', call(23, 5, 1, 0, 0, 0), false],
    ['select for a time', call(23, 5, 1, 0, 0, 0x7ff0), true],
    ['a lock for ever', call(202, 1, 0x80, 0, 0), false],
    ['a lock for a time', call(202, 1, 0x80, 0, 0x7ff0), true],
    ['sleep', call(230, 0, 0, 0x7ff0), true],
    ['something after SIGCONT, of which the limit is not told', call(219), false],
    ['read', call(0, 3), false],
  ])('%s', (_, text, timed) => {
    expect(wait([process(7, { call: text, watched })])?.timed).toBe(timed);
  });
});

describe('several at once', () => {
  const links = { 3: 'pipe:[50]', 4: '/dev/pts/1', 5: 'anon_inode:[eventfd]', 6: 'pipe:[51]', 7: 'pipe:[51]' };
  const ends: Snapshot['ends'] = new Map([
    [50, [{ pid: 8, fd: 1, access: 'write' as const }]],
    [51, [{ pid: 7, fd: 6, access: 'read' as const }, { pid: 7, fd: 7, access: 'write' as const }]],
  ]);
  const reads = (fd: number): Watched => ({ fd, reads: true, writes: false });

  it('poll waits for any of them, or for the one', () => {
    const one = process(7, { call: call(7, 1, 1, ANY), links, watched: [reads(3)] });
    expect(wait([one], { ends })?.wait).toMatchObject({ kind: 'read', fd: 3 });
    const two = process(7, { call: call(7, 1, 2, ANY), links, watched: [reads(3), reads(4)] });
    expect(wait([two], { ends })?.wait).toMatchObject({ kind: 'any', of: [{ kind: 'read' }, { kind: 'descriptor' }] });
    expect(wait([process(7, { call: call(7, 1, 2, ANY), place: 'do_poll' })])?.wait).toEqual({ kind: 'unknown', where: 'do_poll' });
  });

  it('an event loop waits for its children, and not for what only its own process could ring', () => {
    const given = process(7, { call: call(281, 9, 1, 1, ANY), links, watched: [reads(3), reads(5), reads(6)] });
    expect(wait([given, process(8, { parent: 7 })], { ends })?.wait).toEqual({
      kind: 'event loop',
      of: [{ kind: 'read', channel: 'pipe', fd: 3, inode: 50, others: [{ pid: 8, fd: 1 }] }, { kind: 'children', pids: [8] }],
    });
    const idle = process(7, { call: call(281, 9, 1, 1, ANY), links, watched: [reads(5), reads(6)] });
    expect(wait([idle], { ends })?.wait).toEqual({ kind: 'event loop', of: [] });
  });

  it('the loop of another thread does not learn of children', () => {
    const given = process(7, { tid: 70, call: call(281, 9, 1, 1, ANY), links, watched: [reads(5)] });
    expect(wait([given, process(8, { parent: 7 })])?.wait).toEqual({ kind: 'event loop', of: [] });
  });
});

describe('locks', () => {
  const shared = (from: string): ReturnType<typeof parseRegions> => parseRegions(`${from}000-${from}fff rw-s 00000000 00:1b 99 /dev/shm/sem.mp-a (deleted)`);
  const futex = (address: number, operation: number): string => call(202, address, operation);

  it('in shared memory tells who waits too, and who could let go of it', () => {
    const processes = [process(7, { call: futex(0x7f10, 0x109) }), process(8, { call: futex(0x6f10, 0x109) }), process(9, { call: futex(0x5f20, 0x109) })];
    const regions = new Map([[7, shared('7')], [8, shared('6')], [9, shared('5')]]);
    const foreignRegions = new Map([[10, shared('4')], [11, []]]);
    expect(wait(processes, { regions, foreignRegions })?.wait).toEqual(
      { kind: 'shared lock', file: '/dev/shm/sem.mp-a', lock: '00:1b 99 3856', waiters: [8], users: [7, 8, 9, 10] },
    );
    expect(wait(processes, { regions, foreignRegions: undefined })?.wait).toMatchObject({ kind: 'shared lock', users: undefined });
  });

  it('may be let go of by anybody who cannot be seen, if anybody may open the file', () => {
    const file = (path: string): ReturnType<typeof parseRegions> => parseRegions(`7000-7fff rw-s 00000000 00:1b 99 ${path}`);
    const users = (path: string): unknown => {
      const found = wait([process(7, { call: futex(0x7010, 0x109) })], { regions: new Map([[7, file(path)]]), hasStrangers: true })?.wait;
      return found?.kind === 'shared lock' && found.users;
    };
    expect(['/tmp/their lock', '/dev/shm/sem.theirs', '/SYSV0000002a (deleted)'].map(users)).toEqual([undefined, undefined, undefined]);
    expect(['/dev/zero (deleted)', '/dev/shm/sem.mp-x3_a', '/tmp/gone (deleted)', '/SYSV00000000 (deleted)'].map(users)).toEqual([[7], [7], [7], [7]]);
  });

  it('in memory of its own, or said to be private, is its own', () => {
    expect(wait([process(7, { call: futex(0x7f10, 0x189) })], { regions: new Map([[7, shared('7')]]) })?.wait).toEqual({ kind: 'own lock' });
    expect(wait([process(7, { call: futex(0x10, 0x109) })], { regions: new Map([[7, shared('7')]]) })?.wait).toEqual({ kind: 'own lock' });
  });

  it('is unknown where the memory could not be looked at', () => {
    expect(wait([process(7, { call: futex(0x7f10, 0x109) })])?.wait).toEqual({ kind: 'unknown', where: 'futex' });
  });
});
