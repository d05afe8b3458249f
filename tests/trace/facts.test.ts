import { expect, test } from 'vitest';
import type { Json, TraceEvent } from '../../src/trace/event.js';
import { commonFacts, countFacts } from '../../src/trace/facts.js';
import type { Outcome } from '../../src/trace/outcome.js';

const outcome: Outcome = {
  ending: 'exited',
  code: 0,
  signal: undefined,
  hung: false,
  elapsedMs: 1234,
  tornLines: 2,
  processes: [],
  waits: [],
};

type Args = { readonly [key: string]: Json };
const at = (pid: number, ts: number, cat: string, name: string, args: Args) => ({ pid, tid: pid, ts, cat, name, args });
const instant = (pid: number, ts: number, cat: string, name: string, args: Args = {}): TraceEvent => ({ ...at(pid, ts, cat, name, args), ph: 'i' });
const named = (pid: number, ts: number, name: string): TraceEvent => ({ ...at(pid, ts, 'process', 'process_name', { name }), ph: 'M' });
const begin = (pid: number, ts: number, cat: string, name: string, id: string, args: Args = {}): TraceEvent => ({ ...at(pid, ts, cat, name, args), ph: 'b', id });
const end = (pid: number, ts: number, cat: string, name: string, id: string, args: Args = {}): TraceEvent => ({ ...at(pid, ts, cat, name, args), ph: 'e', id });

test('an empty trace still has the facts of the outcome', () => {
  expect(countFacts([], outcome)).toMatchObject({
    processes: 0, workerPids: 0, tasks: 0, ending: 'exited', exitCode: 0, signal: null, hung: false, elapsedMs: 1234, tornLines: 2, startMs: null,
  });
});

test('tasks: who did which to its end, in which order they ended; a task whose worker died did not end', () => {
  const facts = countFacts([
    begin(2, 0, 'pool', 'task', 'a', { index: 0 }),
    begin(3, 1, 'pool', 'task', 'a', { index: 1 }),
    end(3, 2, 'pool', 'task', 'a', { value: '1' }),
    begin(3, 3, 'pool', 'task', 'b', { index: 2 }),
    end(3, 4, 'pool', 'task', 'b', { error: 'no' }),
    instant(1, 5, 'pool', 'retry', { index: 0, count: 1, died: 2 }),
    begin(4, 6, 'pool', 'task', 'a', { index: 0 }),
    end(4, 7, 'pool', 'task', 'a', { value: '0' }),
  ], outcome);
  expect(facts).toMatchObject({
    workerPids: 2, tasks: 3, retries: 1, completionOrder: [2, 1], completedInOrder: false, tasksByPid: { 3: [2, 3], 4: [1] },
  });
});

test('processes: what runs a function works, deaths have names, starts are timed from the decision', () => {
  const facts = countFacts([
    named(1, 0, 'main'),
    instant(1, 1000, 'process', 'start', { name: 'process 1' }),
    instant(1, 1500, 'process', 'started', { name: 'process 1', child: 2 }),
    named(2, 51_000, 'process 1'),
    begin(2, 52_000, 'process', 'run', 'a', { name: 'process 1' }),
    instant(1, 60_000, 'process', 'exit', { child: 2, code: null, signal: 'SIGKILL' }),
    instant(1, 61_000, 'process', 'exit', { child: 3, code: 1, signal: null }),
  ], outcome);
  expect(facts).toMatchObject({ processes: 2, workerPids: 1, startMs: 50, deaths: [{ pid: 2, name: 'process 1', signal: 'SIGKILL' }] });
});

test('a start is timed too when the child speaks before its parent does, as a forked one may', () => {
  const facts = countFacts([
    instant(1, 1000, 'process', 'start', { name: 'Process-1' }),
    named(2, 2000, 'Process-1'),
    instant(1, 2500, 'process', 'started', { name: 'Process-1', child: 2 }),
  ], outcome);
  expect(facts['startMs']).toBe(1);
});

test('tasks of two jobs have the same indices and are not the same', () => {
  const job = (name: string, id: string, ts: number): TraceEvent[] => [
    begin(2, ts, 'pool', 'task', id, { job: name, index: 0 }),
    end(2, ts + 1, 'pool', 'task', id, { value: '0' }),
  ];
  expect(countFacts([...job('job 1', 'a', 0), ...job('job 2', 'b', 5)], outcome)).toMatchObject({ tasks: 2, completedInOrder: true });
});

test('a trace of any length is counted', () => {
  const many = Array.from({ length: 200_000 }, (_, index) => end(1, index, 'queue', 'put', `${index}`, { item: index, size: 1 }));
  expect(countFacts(many, outcome)).toMatchObject({ puts: 200_000, largestQueue: 1 });
});

test('queues, pipes and locks: only what succeeded is counted, waits are measured', () => {
  const facts = countFacts([
    begin(1, 0, 'queue', 'put', 'a', {}), end(1, 2000, 'queue', 'put', 'a', { item: 1, size: 3 }),
    begin(1, 0, 'queue', 'put', 'b', {}), end(1, 1000, 'queue', 'put', 'b', { timeout: true }),
    end(2, 3, 'queue', 'get', 'a', { item: 1, size: 0, value: "'x'" }), end(2, 4, 'queue', 'get', 'b', { end: true }),
    end(1, 5, 'pipe', 'send', 'c', { message: '1.1' }), end(1, 6, 'pipe', 'send', 'd', { error: 'broken' }),
    end(2, 7, 'pipe', 'recv', 'c', { message: '1.1' }), end(2, 8, 'pipe', 'recv', 'd', { eof: true }),
    begin(3, 0, 'lock', 'wait', 'e'), end(3, 8000, 'lock', 'wait', 'e', { deadHolder: 9 }), begin(3, 8000, 'lock', 'hold', 'f'),
  ], outcome);
  expect(facts).toMatchObject({
    puts: 1, gets: 1, largestQueue: 3, longestPutMs: 2, getsByPid: { 2: ["'x'"] },
    sends: 1, recvs: 1, eofs: 1, brokenPipes: 1, lockAcquisitions: 1, longestLockWaitMs: 8, deadHolders: [9],
  });
});

test('what the program marks as a fact is added, and its output kept', () => {
  const facts = countFacts([
    instant(1, 0, 'program', 'fact', { lostUpdates: 7 }),
    instant(1, 1, 'output', 'stdout', { text: 'hello' }),
    instant(1, 1, 'output', 'stderr', { text: 'oh' }),
  ], outcome);
  expect(facts).toMatchObject({ lostUpdates: 7, output: ['hello'] });
});

test('output is in order when its lines come as people sort them', () => {
  const printed = (...lines: string[]) => countFacts(lines.map((text, ts) => instant(1, ts, 'output', 'stdout', { text })), outcome);
  expect(printed('item 9', 'item 10', 'then the parent')).toMatchObject({ outputInOrder: true });
  expect(printed('item 10', 'item 9')).toMatchObject({ outputInOrder: false });
});

test('the processes of a program without a trace are those that were seen', () => {
  const seen = { pid: 1, parent: 0, state: 'running', threads: 1, cpuSeconds: 0, memoryBytes: 0 } as const;
  expect(countFacts([], { ...outcome, processes: [seen, seen] })).toMatchObject({ processes: 2 });
  expect(countFacts([named(1, 0, 'main')], { ...outcome, processes: [seen, seen] })).toMatchObject({ processes: 1 });
});

test('the names of the common facts are those of a run', () => {
  expect(commonFacts()).toEqual(expect.arrayContaining(['processes', 'workerPids', 'hung', 'outputInOrder', 'exitCode']));
});

test('what a program prints by name is a fact, and there is a group of such facts even when there are none', () => {
  expect(countFacts([instant(1, 0, 'output', 'stdout', { text: 'counter = 41' }), instant(1, 1, 'output', 'stderr', { text: 'other = 1' })], outcome)).toMatchObject({ printed: { counter: 41 } });
  expect(countFacts([], outcome)).toMatchObject({ printed: {} });
  expect(commonFacts()).toContain('printed');
});
