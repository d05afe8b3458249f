import { describe, expect, test } from 'vitest';
import { lessonsOn } from '../../../../src/cli/demo/own/lessons.js';
import type { SpanEvent } from '../../../../src/trace/event.js';
import type { ProcessWait, Wait } from '../../../../src/trace/waits.js';
import { ended } from '../runs.js';

const span = (ph: 'b' | 'e', pid: number, cat: string, name: string, id = '1'): SpanEvent => ({ ph, id, pid, tid: pid, ts: 0, cat, name, args: {} });
const hung = { ...ended, ending: 'limit', hung: true } as const;
const waiting = (wait: Wait, timed = false): ProcessWait => ({ pid: 8, parent: 7, command: 'python3', still: true, threads: [{ tid: 8, wait, timed }] });
const writing: Wait = { kind: 'write', channel: 'pipe', fd: 3, inode: 5, others: [] };
const names = (...arguments_: Parameters<typeof lessonsOn>): string[] => lessonsOn(...arguments_).map(({ lesson }) => lesson);

describe('the lesson on how a program hung', () => {
  test.each([
    ['queue', 'get', 'queue'], ['queue', 'put', 'backpressure'], ['pipe', 'recv', 'pipe'], ['lock', 'wait', 'deadlock'], ['pool', 'map', 'crash'],
  ])('a %s %s that never ended: %s', (cat, name, lesson) => {
    expect(names(hung, [span('b', 8, cat, name)])).toEqual([lesson]);
    expect(names(hung, [span('b', 8, cat, name), span('e', 8, cat, name)])).toEqual([]);
  });

  test('a process that waits to write, of which the trace tells nothing', () => {
    expect(names({ ...hung, waits: [waiting({ kind: 'any', of: [writing] })] }, [])).toEqual(['backpressure']);
  });

  test('the end of another process is not that of this one, and no lesson is named twice, nor more than two', () => {
    const open = [span('b', 8, 'queue', 'get'), span('b', 9, 'queue', 'get'), span('e', 9, 'queue', 'get')];
    expect(names(hung, open)).toEqual(['queue']);
    const all = [span('b', 8, 'lock', 'wait', '2'), span('b', 8, 'semaphore', 'wait', '3'), span('b', 8, 'pipe', 'recv', '4'), ...open];
    expect(names(hung, all)).toEqual(['deadlock', 'queue']);
  });

  test('a program that ended, or only slept, has none', () => {
    const open = [span('b', 8, 'queue', 'get')];
    expect(names(ended, open)).toEqual([]);
    expect(names({ ...hung, waits: [waiting({ kind: 'timer' }, true)] }, open)).toEqual([]);
  });
});
