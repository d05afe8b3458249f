import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/terminal/index.js';
import type { ProcessWait, ThreadWait, Wait } from '../../src/trace/waits.js';
import { sceneOf, waitsSection } from '../../src/views/index.js';
import { anyTrace } from './arbitrary.js';
import { ascii, born, narrow, wide } from './traces.js';

const { lanes } = sceneOf(born);

function waiting(pid: number, wait: Wait, given: Partial<ProcessWait> & { timed?: boolean; more?: Wait[] } = {}): ProcessWait {
  const { timed = false, more = [], ...rest } = given;
  const threads: ThreadWait[] = [wait, ...more].map((each, index) => ({ tid: pid + index * 10_000, wait: each, timed }));
  return { pid, parent: 1, command: `/usr/bin/python3 /tmp/a.py`, still: true, threads, ...rest };
}

const reads = (fd: number, others: [number, number][] | undefined, kind: 'read' | 'write' = 'read', channel: 'pipe' | 'socket' = 'pipe'): Wait => (
  { kind, channel, fd, inode: 9, others: others?.map(([pid, theirs]) => ({ pid, fd: theirs })) }
);

/** What is said of one process, whatever it is called. */
function said(wait: ProcessWait): string {
  const [, ...lines] = waitsSection([wait], new Map(), wide);
  return lines.map((line) => line.trim()).join(' ').replace(/^\d+ \S+ a\.py +/, '');
}

const words = (wait: Wait, given?: Parameters<typeof waiting>[2]): string => said(waiting(7, wait, { still: false, ...given }));

describe('who waited for whom', () => {
  const waits = [
    waiting(4310, { kind: 'children', pids: [4312] }),
    waiting(4312, reads(3, [[4312, 4]]), { parent: 4310 }),
  ];

  it('is a row for each process, with what they come to', () => {
    expect(waitsSection(waits, new Map(), wide)).toEqual([
      ' Who waited for whom',
      '   4310 parent  waits for 4312 to end',
      '   4312 child   waits for data from a pipe; the only process that could write',
      '                to it is itself (4312, descriptor 4)',
      '',
      '   4310 and 4312 wait only for each other. Nothing but a signal could wake',
      '   them.',
    ]);
  });

  it('has its words below the names where there is little room', () => {
    expect(waitsSection(waits, new Map(), narrow)).toEqual([
      ' Who waited for whom',
      '   4310 parent',
      '     waits for 4312 to end',
      '   4312 child',
      '     waits for data from a pipe; the only process',
      '     that could write to it is itself (4312,',
      '     descriptor 4)',
      '',
      '   4310 and 4312 wait only for each other.',
      '   Nothing but a signal could wake them.',
    ]);
  });

  it('has the names of the trace where there is one', () => {
    const [, row] = waitsSection([waiting(107, { kind: 'timer' })], lanes, wide);
    expect(row).toBe('   107 worker 1  sleeps until a time comes');
  });

  it('is nothing where the OS told nothing', () => {
    expect(waitsSection([], lanes, wide)).toEqual([]);
  });

  it.each([
    ['/usr/bin/python3 -c from multiprocessing.resource_tracker import main;main(5)', 'resource tracker'],
    ['/usr/bin/python3 -c from multiprocessing.forkserver import main; main(8)', 'fork server'],
    ['/usr/bin/python3 -c from multiprocessing.spawn import spawn_main; spawn_main()', 'child'],
    ['/usr/local/bin/node /home/me/a\u001b[2J.mjs 3', 'node a.mjs'],
    ['', ''],
  ])('without a trace, %j is called %j', (command, name) => {
    const [, row = ''] = waitsSection([waiting(7, { kind: 'running' }, { command })], new Map(), wide);
    expect(row).toBe(`   7 ${name}  runs`);
  });
});

describe('Python\'s helpers', () => {
  const tracker = { command: '/usr/bin/python3 -c from multiprocessing.resource_tracker import main;main(5)', parent: 7 };
  const server = { command: '/usr/bin/python3 -c from multiprocessing.forkserver import main; main(8)', parent: 7 };
  const both = [waiting(7, { kind: 'children', pids: [8] }), waiting(8, reads(3, [[7, 4], [8, 4]]), { parent: 7 })];

  /** In one line, whatever its width. */
  const section = (...waits: ProcessWait[]): string => waitsSection(waits, new Map(), wide).map((line) => line.trim()).join(' ').replaceAll(/ +/g, ' ');

  it('are not told to be stuck while they only wait for the program to end', () => {
    const said = section(...both, waiting(9, reads(3, [[7, 6], [8, 6]]), tracker));
    expect(said).toContain(' 9 resource tracker waits for the program to end');
    expect(said).toMatch(/ 7 and 8 wait only for each other\. Nothing but a signal could wake them\.$/);
  });

  it('are when somebody waits for their end', () => {
    const said = section(waiting(7, { kind: 'children', pids: [9] }), waiting(8, reads(3, [[8, 4]]), { parent: 7 }), waiting(9, reads(3, [[8, 6]]), tracker));
    expect(said).toContain(' 7, 8 and 9 wait only for each other.');
  });

  it('a fork server waits for work, unlike what it has started, which is called the same', () => {
    const idle: Wait = { kind: 'event loop', of: [reads(3, undefined, 'read', 'socket')] };
    const said = section(...both, waiting(9, idle, server), waiting(10, reads(3, [[7, 6]]), { ...server, parent: 9 }));
    expect(said).toContain(' 9 fork server waits to start a process, or for the program to end 10 child waits for data from a pipe;');
  });
});

describe('in words', () => {
  it.each<[string, Wait]>([
    ['is stopped by a signal', { kind: 'stopped' }],
    ['has ended; its parent has not asked how', { kind: 'ended' }],
    ['waits for one of its children to end: 8 and 9', { kind: 'children', pids: [8, 9] }],
    ['waits for room in a pipe; the tutor could read from it', reads(1, [[process.pid, 20]], 'write')],
    ['waits for data from a socket; who could write to it cannot be seen', reads(3, undefined, 'read', 'socket')],
    ['waits for data from a pipe; 8 and itself (descriptor 4) could write to it', reads(3, [[8, 4], [7, 4], [8, 5]])],
    ['waits for data from a pipe; 1, 2, 3 and 2 more could write to it', reads(3, [[1, 1], [2, 1], [3, 1], [4, 1], [5, 1]])],
    ['waits for a lock or a condition of its own threads', { kind: 'own lock' }],
    ['waits for lock A, which processes share', { kind: 'shared lock', file: '', lock: 'x', waiters: [], users: [7] }],
    ['waits for lock A, which processes share (so do 8 and 9)', { kind: 'shared lock', file: '', lock: 'x', waiters: [8, 9], users: [7] }],
    ['waits for /dev/pts/1', { kind: 'descriptor', fd: 0, target: '/dev/pts/1' }],
    ['waits for its descriptor 6', { kind: 'descriptor', fd: 6, target: '' }],
    ['waits for something in the kernel (flock_lock)', { kind: 'unknown', where: 'flock_lock' }],
    ['waits for something that cannot be seen', { kind: 'unknown', where: '' }],
    ['waits for data from a pipe (2 of these), or a timer; 8 could write to them', { kind: 'any', of: [reads(3, [[8, 4]]), reads(5, [[8, 6]]), { kind: 'timer' }] }],
    ['is idle: its event loop waits for something to do', { kind: 'event loop', of: [] }],
    ['is idle: its event loop waits for data from a pipe, or 8 to end; 8 could write to it', { kind: 'event loop', of: [reads(3, [[8, 1]]), { kind: 'children', pids: [8] }] }],
  ])('%s', (expected, wait) => {
    expect(words(wait)).toBe(expected);
  });

  it('a limit is told, and that a timer ends the wait of an idle loop', () => {
    expect(words({ kind: 'own lock' }, { timed: true })).toBe('waits for a lock or a condition of its own threads, but not for ever');
    expect(words(reads(3, [[8, 4]]), { timed: true })).toBe('waits for data from a pipe, but not for ever; 8 could write to it');
    expect(words({ kind: 'event loop', of: [] }, { timed: true })).toBe('is idle: its event loop waits for a timer');
    expect(words({ kind: 'event loop', of: [{ kind: 'children', pids: [8] }] }, { timed: true })).toBe(
      'is idle: its event loop waits for 8 to end, or a timer',
    );
  });

  it('other threads are told where the main thread only waits for them', () => {
    const more: Wait[] = [{ kind: 'own lock' }, reads(3, [[8, 4]]), reads(3, [[8, 4]])];
    expect(words({ kind: 'own lock' }, { more })).toBe(
      'waits for a lock or a condition of its own threads; another thread waits for data from a pipe; 8 could write to it',
    );
    expect(words({ kind: 'children', pids: [8] }, { more })).toBe('waits for 8 to end');
  });

  it('locks are told apart by letters, and one process can be in its own way', () => {
    const lock = (name: string): Wait => ({ kind: 'shared lock', file: '', lock: name, waiters: [], users: [7, 8] });
    const lines = waitsSection([waiting(7, lock('x')), waiting(8, lock('y'))], new Map(), wide);
    expect(lines.slice(1, 3).map((line) => /lock [A-Z]/.exec(line)?.[0])).toEqual(['lock A', 'lock B']);
    const alone = waitsSection([waiting(7, { kind: 'own lock' })], new Map(), wide);
    expect(alone.at(-1)).toBe('   7 waits only for itself. Nothing but a signal could wake it.');
  });

  it('nobody is accused who may go on', () => {
    expect(waitsSection([waiting(7, { kind: 'timer' })], new Map(), wide)).toHaveLength(2);
  });
});

it('whatever is said, no line is wider than the terminal or holds a control character', () => {
  const anyText = fc.string({ unit: 'binary' });
  const anyWait: fc.Arbitrary<Wait> = fc.oneof(
    fc.record({ kind: fc.constant('descriptor' as const), fd: fc.nat(), target: anyText }),
    fc.record({ kind: fc.constant('unknown' as const), where: anyText }),
    fc.record({ kind: fc.constant('shared lock' as const), file: anyText, lock: anyText, waiters: fc.array(fc.nat()), users: fc.array(fc.nat()) }),
    fc.array(fc.tuple(fc.nat(), fc.nat())).map((others) => reads(3, others)),
  );
  const anyProcess = fc.tuple(fc.nat(), anyWait, anyText, fc.boolean()).map(([pid, wait, command, still]) => waiting(pid, wait, { command, still }));
  fc.assert(fc.property(fc.array(anyProcess), anyTrace, fc.integer({ min: 1, max: 200 }), fc.boolean(), (waits, trace, columns, unicode) => {
    const lines = waitsSection(waits, sceneOf(trace).lanes, { ...ascii, unicode, columns });
    expect(lines.filter((line) => width(line) > columns)).toEqual([]);
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }), { numRuns: 200 });
});
