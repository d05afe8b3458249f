import { describe, expect, it } from 'vitest';
import { isAsleep } from '../../src/trace/asleep.js';
import type { TraceEvent } from '../../src/trace/event.js';
import type { ProcessWait, ThreadWait, Wait } from '../../src/trace/waits.js';

/** The main thread first; what is given as a pair waits with a time limit. */
function process(pid: number, ...waits: (Wait | readonly [Wait])[]): ProcessWait {
  const threads = waits.map((each, index): ThreadWait => {
    const [wait, timed] = 'kind' in each ? [each, false] : [each[0], true];
    return { tid: pid + index * 1000, wait, timed };
  });
  return { pid, parent: 1, command: '', threads, still: true };
}

const timer: Wait = { kind: 'timer' };
const own: Wait = { kind: 'own lock' };
const loop = (...of: Wait[]): Wait => ({ kind: 'event loop', of });
const joins = (...pids: number[]): Wait => ({ kind: 'children', pids });
const reads = (...others: number[]): Wait => ({ kind: 'read', channel: 'pipe', fd: 3, inode: 5, others: others.map((pid) => ({ pid, fd: 4 })) });
const span = (pid: number, ph: 'b' | 'e', cat: string, name: string): TraceEvent => ({ pid, tid: pid, ts: 1, ph, cat, name, id: '1', args: {} });

describe('a program only sleeps', () => {
  it.each<[string, ProcessWait[]]>([
    ['when it sleeps', [process(1, [timer])]],
    ["when Node's loop watches nothing and has a limit", [process(1, [loop()], loop(), own)]],
    ['when it waits for its child, which sleeps', [process(1, joins(2)), process(2, [timer])]],
    ['when it waits for its thread, which sleeps', [process(1, own, [timer])]],
    ['when it reads from a pipe with a limit', [process(1, [reads(1)])]],
    ['when its helpers wait for it', [process(1, joins(2)), process(2, [timer]), process(3, loop(reads(1))), process(4, reads(1, 2))]],
    ['whatever has ended', [process(1, [timer]), process(2, { kind: 'ended' })]],
  ])('%s', (_, waits) => {
    expect(isAsleep(waits, [])).toBe(true);
  });
});

describe('a program does not only sleep', () => {
  it.each<[string, ProcessWait[]]>([
    ['where the OS shows nothing', []],
    ['when one of its processes waits without a limit', [process(1, [timer]), process(2, own)]],
    ['when its processes wait for each other', [process(1, joins(2)), process(2, reads(1))]],
    ["when its loop watches something: the limit is Node's own", [process(1, [loop(joins(2))]), process(2, [loop(reads(1))])]],
    ['when only the loop of another thread has a limit', [process(1, own, [loop()])]],
    ['when it has run meanwhile', [{ ...process(1, [timer]), still: false }]],
    ['when nothing is known of what it waits for', [process(1, { kind: 'unknown', where: '' })]],
  ])('%s', (_, waits) => {
    expect(isAsleep(waits, [])).toBe(false);
  });

  it("when it waits for a lock, which Node's processes look up now and then", () => {
    const waits = [process(1, [loop()])];
    const wait = [span(1, 'b', 'lock', 'wait')];
    expect(isAsleep(waits, wait)).toBe(false);
    expect(isAsleep(waits, [...wait, span(1, 'e', 'lock', 'wait')])).toBe(true);
    expect(isAsleep(waits, [span(1, 'b', 'lock', 'hold')])).toBe(true);
  });
});
