import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stuckOf } from '../../src/trace/stuck.js';
import type { ProcessWait, ThreadWait, Wait } from '../../src/trace/waits.js';

function thread(wait: Wait, timed = false, tid = 0): ThreadWait {
  return { tid, wait, timed };
}

function process(pid: number, ...waits: (Wait | ThreadWait)[]): ProcessWait {
  const threads = waits.map((wait, index) => ({ ...('wait' in wait ? wait : thread(wait)), tid: pid + index * 1000 }));
  return { pid, parent: 1, command: '', threads, still: true };
}

const reads = (...others: number[]): Wait => ({ kind: 'read', channel: 'pipe', fd: 3, inode: 5, others: others.map((pid) => ({ pid, fd: 4 })) });
const joins = (...pids: number[]): Wait => ({ kind: 'children', pids });
const own: Wait = { kind: 'own lock' };
const lock = (...users: number[]): Wait => ({ kind: 'shared lock', file: '', lock: 'a', waiters: [], users });
const stuck = (...waits: ProcessWait[]): number[] => [...stuckOf(waits)];

describe('processes that wait only for each other', () => {
  it('a parent for its child, which reads from a pipe whose other end only it has itself', () => {
    expect(stuck(process(1, joins(2)), process(2, reads(2)))).toEqual([1, 2]);
  });

  it('two for locks that only they have', () => {
    expect(stuck(process(1, lock(1, 2)), process(2, lock(1, 2)))).toEqual([1, 2]);
  });

  it('one whose threads wait for each other', () => {
    expect(stuck(process(1, own, own))).toEqual([1]);
  });

  it('the loop of another thread is rung by its own process only', () => {
    expect(stuck(process(1, joins(2), { kind: 'event loop', of: [] }), process(2, reads(1)))).toEqual([1, 2]);
  });

  it('an event loop for its child, and that for the loop', () => {
    expect(stuck(process(1, { kind: 'event loop', of: [joins(2)] }, own), process(2, reads(1)))).toEqual([1, 2]);
  });

  it('beside them a zombie and others that go on', () => {
    expect(stuck(process(1, reads(1)), process(2, { kind: 'ended' }), process(3, { kind: 'running' }))).toEqual([1]);
  });
});

describe('nobody is accused who may go on', () => {
  const partner = process(2, reads(1));
  it.each<[string, ProcessWait[]]>([
    ['by a limit', [process(1, thread(reads(2), true)), partner]],
    ['by a thread that runs', [process(1, reads(2), { kind: 'running' }), partner]],
    ['by a timer', [process(1, reads(2), { kind: 'timer' }), partner]],
    ['by somebody outside', [process(1, reads(2, 99)), partner]],
    ['by somebody who is not seen', [process(1, { ...reads(2), others: undefined } as Wait), partner]],
    ['by somebody whom nobody has seen', [process(1, reads()), partner]],
    ['by somebody unseen with the same lock', [process(1, lock()), partner]],
    ['by a child outside', [process(1, joins(2, 99)), partner]],
    ['by something unknown', [process(1, { kind: 'unknown', where: 'pause' }), partner]],
    ['by SIGCONT', [process(1, { kind: 'stopped' }), partner]],
    ['by a terminal', [process(1, { kind: 'any', of: [reads(2), { kind: 'descriptor', fd: 0, target: '/dev/pts/1' }] }), partner]],
    ['since it is an idle event loop', [process(1, { kind: 'event loop', of: [] }, own), partner]],
    ['since its loop listens', [process(1, { kind: 'event loop', of: [joins(2), { ...reads(), others: undefined } as Wait] }), partner]],
    ['since its child has ended', [process(1, joins(3)), process(3, { kind: 'ended' }), partner]],
    ['since it ran while we looked', [{ ...process(1, reads(2)), still: false }, partner]],
    ['by somebody who may have the same lock', [process(1, { ...lock(), users: undefined } as Wait), partner]],
    ['by somebody with the same lock', [process(1, lock(1, 2, 99)), partner]],
  ])('%s', (_, waits) => {
    expect(stuck(...waits)).toEqual([]);
  });

  it('whoever is not reached by the one who may go on stays', () => {
    expect(stuck(process(1, { kind: 'timer' }), process(2, reads(1)), process(3, reads(4)), process(4, reads(3)))).toEqual([3, 4]);
  });
});

it('is the largest set: without those in it nobody else would wait, and all of it waits within it', () => {
  const pids = [1, 2, 3, 4, 5];
  const anyWait: fc.Arbitrary<Wait> = fc.oneof(
    fc.subarray(pids, { minLength: 1 }).map((others) => reads(...others)),
    fc.constantFrom(...pids).map((pid) => joins(pid)),
    fc.constantFrom<Wait>(own, { kind: 'timer' }),
  );
  const anyWaits = fc.tuple(...pids.map(() => fc.array(anyWait, { minLength: 1, maxLength: 2 })));
  fc.assert(fc.property(anyWaits, (all) => {
    const waits = pids.map((pid, index) => process(pid, ...(all[index] ?? [])));
    const found = stuckOf(waits);
    // Whoever is not in it can be freed step by step, beginning with those who need nobody.
    const free = new Set<number>();
    for (let before = -1; before < free.size;) {
      before = free.size;
      waits.filter(({ pid, threads }) => threads.some(({ wait }) => frees(wait, pid, free))).forEach(({ pid }) => free.add(pid));
    }
    expect([...found]).toEqual(pids.filter((pid) => !free.has(pid)));
  }));
});

function frees(wait: Wait, pid: number, free: ReadonlySet<number>): boolean {
  const by = wait.kind === 'read' ? (wait.others ?? []).map((other) => other.pid) : wait.kind === 'children' ? wait.pids : [];
  return wait.kind === 'timer' || by.some((other) => other !== pid && free.has(other));
}
