import type { Arguments, TraceEvent } from './event.js';
import { findFlows, type Flow } from './flows.js';

/** An event as Perfetto and chrome://tracing read it, with the phases `X`, `s` and `f`, which the trace has not. */
interface ChromeEvent {
  readonly ph: TraceEvent['ph'] | 'X' | 's' | 'f';
  readonly cat: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds since the first event. */
  readonly ts: number;
  readonly args?: Arguments;
  readonly id?: string;
  /** How long an `X` takes, in microseconds. */
  readonly dur?: number;
  /** The scope of an `i`: `t` for its thread. */
  readonly s?: 't';
  /** What an `f` is bound to: `e` for the slice around it. */
  readonly bp?: 'e';
}

const SLICE_MICROSECONDS = 1;

/** The trace as one closed JSON object that Perfetto and chrome://tracing open: sorted, with flows and depths. */
export function toChromeTrace(events: readonly TraceEvent[]): string {
  const sorted = events.toSorted((a, b) => a.ts - b.ts);
  const start = sorted[0]?.ts ?? 0;
  const all = [...convert(sorted), ...countDepths(sorted), ...drawFlows(findFlows(sorted))];
  const lines = all
    .map((event) => ({ ...event, ts: toNanosecond(event.ts - start) }))
    .toSorted((a, b) => a.ts - b.ts)
    .map((event) => JSON.stringify(event));
  return `{"traceEvents":[\n${lines.join(',\n')}\n],"displayTimeUnit":"ms"}\n`;
}

function toNanosecond(microseconds: number): number {
  return Math.round(microseconds * 1000) / 1000;
}

/** Ids are unique within a process only; viewers compare them across all, so each span gets a new one. */
function convert(events: readonly TraceEvent[]): ChromeEvent[] {
  const ids = new Map<string, string>();
  return events.map((event) => {
    switch (event.ph) {
      case 'b':
      case 'e': {
        const key = `${event.pid} ${event.id}`;
        const id = ids.get(key) ?? (ids.size + 1).toString(16);
        ids.set(key, id);
        return { ...event, id };
      }
      case 'i':
        return { ...event, s: 't' };
      case 'C':
      case 'M':
        return event;
    }
  });
}

/** One counter a queue, all on the track of the process that began the trace. */
function countDepths(events: readonly TraceEvent[]): ChromeEvent[] {
  const [first] = events;
  return events.flatMap(({ ph, cat, ts, args: { queue, size } }) => (
    first !== undefined && ph === 'e' && cat === 'queue' && typeof queue === 'string' && typeof size === 'number'
      ? [{ ph: 'C', cat, name: `${queue} size`, pid: first.pid, tid: first.pid, ts, args: { size } }]
      : []
  ));
}

/**
 * Perfetto ties a flow to the slice that is open on its thread's track, and drops a flow that ends before it starts. So
 * each end of a flow gets a short slice, those of a thread one after the other, and none before its flow's start.
 */
function drawFlows(flows: readonly Flow[]): ChromeEvent[] {
  const slices = layOut(flows);
  const ends = flows.flatMap(({ from, to }, index): ChromeEvent[] => {
    const [sender, receiver] = [slices.get(from), slices.get(to)];
    const id = (index + 1).toString(16);
    return sender === undefined || receiver === undefined ? [] : [
      { ph: 's', cat: from.cat, name: from.name, pid: from.pid, tid: from.tid, ts: sender.ts, id },
      { ph: 'f', cat: from.cat, name: from.name, pid: to.pid, tid: to.tid, ts: receiver.ts, id, bp: 'e' },
    ];
  });
  return [...slices.values(), ...ends];
}

/** The slice for each event at which a flow starts or ends. */
function layOut(flows: readonly Flow[]): Map<TraceEvent, ChromeEvent> {
  const slices = new Map<TraceEvent, ChromeEvent>();
  const threadIsFree = new Map<string, number>();
  const ends = flows.flatMap(({ from, to }) => [
    { event: from, cause: undefined, ts: from.ts },
    { event: to, cause: from, ts: Math.max(from.ts, to.ts) },
  ]);
  for (const { event, cause, ts } of ends.toSorted((a, b) => a.ts - b.ts)) {
    if (!slices.has(event)) {
      const { cat, name, pid, tid, args } = event;
      const thread = `${pid} ${tid}`;
      const causeTs = (cause && slices.get(cause)?.ts) ?? ts;
      const free = Math.max(ts, causeTs, threadIsFree.get(thread) ?? ts);
      slices.set(event, { ph: 'X', cat, name, pid, tid, ts: free, dur: SLICE_MICROSECONDS, args });
      threadIsFree.set(thread, free + SLICE_MICROSECONDS);
    }
  }
  return slices;
}
