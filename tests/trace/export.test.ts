import { describe, expect, it } from 'vitest';
import type { Arguments, TraceEvent } from '../../src/trace/event.js';
import { toChromeTrace } from '../../src/trace/export.js';

interface Exported {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  ts: number;
  [key: string]: unknown;
}

const instant = (pid: number, ts: number, cat: string, name: string, args: Arguments): TraceEvent =>
  ({ ph: 'i', cat, name, pid, tid: pid, ts, args });
const edge = (ph: 'b' | 'e', pid: number, ts: number, cat: string, name: string, args: Arguments): TraceEvent =>
  ({ ph, cat, name, pid, tid: pid, ts, args, id: '1' });
const put = (pid: number, ts: number, item: number): TraceEvent =>
  edge('e', pid, ts, 'queue', 'put', { queue: 'queue 1', item, size: 1 });
const get = (pid: number, ts: number, item: number): TraceEvent =>
  edge('e', pid, ts, 'queue', 'get', { queue: 'queue 1', item, size: 0, value: 'x' });

function open(events: readonly TraceEvent[]): Exported[] {
  const { traceEvents, displayTimeUnit } = JSON.parse(toChromeTrace(events));
  expect(displayTimeUnit).toBe('ms');
  return traceEvents;
}

const only = (events: readonly Exported[], ...phases: string[]): Exported[] =>
  events.filter(({ ph }) => phases.includes(ph));

/** For each flow: who sent and when, who received and when. */
function flows(events: readonly TraceEvent[]): { from: [number, number]; to: [number, number] }[] {
  const all = open(events);
  return only(all, 's').map(({ id, pid, ts }) => {
    const [end, ...others] = only(all, 'f').filter((each) => each['id'] === id);
    expect(others).toEqual([]);
    return { from: [pid, ts], to: [end?.pid ?? 0, end?.ts ?? 0] };
  });
}

describe('an exported trace', () => {
  it('of nothing is an empty trace', () => {
    expect(open([])).toEqual([]);
  });

  it('is sorted, counts its time from the first event, and keeps process and thread', () => {
    const late: TraceEvent = { ph: 'C', cat: 'program', name: 'late', pid: 2, tid: 5, ts: 1000.3, args: {} };
    const events = open([late, instant(1, 1000.1, 'a', 'first', {})]);
    expect(events).toMatchObject([
      { name: 'first', ts: 0, pid: 1, tid: 1, s: 't' },
      { name: 'late', ts: 0.2, pid: 2, tid: 5, ph: 'C' },
    ]);
  });

  it('keeps the order of the file where times are equal', () => {
    const names = ['a', 'b', 'c'];
    expect(open(names.map((name) => instant(1, 5, 'program', name, {}))).map(({ name }) => name)).toEqual(names);
  });

  it('gives spans of different processes different ids, and both ends of one the same', () => {
    const spans = [1, 2].flatMap((pid) => [
      edge('b', pid, 1, 'process', 'run', {}),
      edge('e', pid, 2, 'process', 'run', {}),
    ]);
    const ids = open(spans).map(({ pid, id }) => [pid, id]);
    expect(ids).toEqual([[1, '1'], [2, '2'], [1, '1'], [2, '2']]);
  });

  it('shows the depth of a queue on one track, whoever puts and gets', () => {
    const counters = only(open([instant(9, 0, 'process', 'start', {}), put(1, 1, 1), get(2, 2, 1)]), 'C');
    expect(counters).toMatchObject([
      { name: 'queue 1 size', pid: 9, ts: 1, args: { size: 1 } },
      { name: 'queue 1 size', pid: 9, ts: 2, args: { size: 0 } },
    ]);
  });
});

describe('a flow', () => {
  it('leads from each put to the get of the same item of the same queue', () => {
    const other = edge('e', 3, 9, 'queue', 'get', { queue: 'queue 2', item: 1, size: 0 });
    expect(flows([put(1, 0, 1), put(1, 10, 2), get(2, 20, 2), get(3, 30, 1), other])).toEqual([
      { from: [1, 0], to: [3, 30] },
      { from: [1, 10], to: [2, 20] },
    ]);
  });

  it('leads from each send to the recv of the same message, on the other end of the same pipe', () => {
    const at = (pipe: string, end: string): Arguments => ({ pipe, end });
    const send = (ts: number, where: Arguments, message: string): TraceEvent =>
      edge('e', 1, ts, 'pipe', 'send', { ...where, message });
    const receive = (ts: number, where: Arguments, more: Arguments): TraceEvent =>
      edge('e', 2, ts, 'pipe', 'recv', { ...where, ...more });
    expect(flows([
      send(0, at('pipe 1', 'left'), '1.1'), send(1, at('pipe 2', 'left'), '1.1'), send(2, at('pipe 1', 'right'), '1.1'),
      edge('e', 1, 8, 'pipe', 'send', { ...at('pipe 1', 'left'), error: 'closed' }),
      receive(10, at('pipe 1', 'right'), { message: '1.1', value: '1', bytes: 1 }),
      receive(20, at('pipe 2', 'right'), { message: '1.1', value: '1', bytes: 1 }),
      receive(30, at('pipe 1', 'left'), { message: '1.1', value: '1', bytes: 1 }),
      receive(40, at('pipe 1', 'right'), { eof: true }),
    ])).toEqual([
      { from: [1, 0], to: [2, 10] },
      { from: [1, 1], to: [2, 20] },
      { from: [1, 2], to: [2, 30] },
    ]);
  });

  it('leads from a pool to the worker that does the task, from the latest sending of its index', () => {
    const send = (ts: number, to: number, index: number, count: number): TraceEvent =>
      instant(1, ts, 'pool', 'send', { to, index, count });
    const task = (ts: number, pid: number, index: number): TraceEvent =>
      edge('b', pid, ts, 'pool', 'task', { index, value: '1' });
    expect(flows([
      send(0, 7, 0, 2), send(2, 8, 2, 1), task(10, 7, 0), task(20, 7, 1), task(22, 8, 2),
      send(40, 7, 0, 1), task(50, 7, 0), task(60, 8, 0),
    ])).toEqual([
      { from: [1, 0], to: [7, 10] },
      { from: [1, 0], to: [7, 20] },
      { from: [1, 2], to: [8, 22] },
      { from: [1, 40], to: [7, 50] },
    ]);
  });

  it('never ends before it starts, even if the receiver was the first to write', () => {
    const [flow] = flows([instant(9, 0, 'a', 'b', {}), get(2, 1, 1), put(1, 5, 1)]);
    expect(flow?.from).toEqual([1, 5]);
    expect(flow?.to[1]).toBeGreaterThanOrEqual(5);
  });

  it('stands in an open slice of its own thread, and no two of these overlap', () => {
    const items = Array.from({ length: 20 }, (_, index) => index);
    const dense = items.map((item) => [put(1, item / 10, item), get(2, item / 10 - 0.05, item)]);
    const relay = [
      edge('e', 2, 0.5, 'pipe', 'send', { pipe: 'pipe 1', end: 'left', message: '2.1' }),
      edge('e', 1, 9, 'pipe', 'recv', { pipe: 'pipe 1', end: 'right', message: '2.1' }),
    ];
    const all = open([...dense.flat(), ...relay]);
    const slices = only(all, 'X');
    for (const end of only(all, 's', 'f')) {
      const around = slices.filter(({ tid, ts, dur }) => tid === end.tid && ts <= end.ts && end.ts < ts + Number(dur));
      expect(around).toHaveLength(1);
      const [slice] = around;
      expect(all.indexOf(slice as Exported)).toBeLessThan(all.indexOf(end));
      expect(end['id']).toMatch(/^[0-9a-f]+$/);
    }
    expect(slices).toHaveLength(42);
    for (const pid of [1, 2]) {
      const starts = slices.filter((slice) => slice.pid === pid).map(({ ts }) => ts);
      starts.slice(1).forEach((ts, index) => expect(ts - (starts[index] ?? 0)).toBeGreaterThanOrEqual(0.999));
    }
  });
});
