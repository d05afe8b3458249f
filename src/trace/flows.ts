import type { Json, TraceEvent } from './event.js';

/** Something that went from one process to another: the events of its leaving and of its arrival. */
export interface Flow {
  readonly from: TraceEvent;
  readonly to: TraceEvent;
}

/** The ways of items through queues, of messages through pipes and of tasks to a pool's workers; events by their time. */
export function findFlows(events: readonly TraceEvent[]): Flow[] {
  return [...findItems(events), ...findMessages(events), ...findTasks(events)];
}

function findItems(events: readonly TraceEvent[]): Flow[] {
  const ends = events.filter(({ ph, cat }) => ph === 'e' && cat === 'queue');
  return pair(ends, 'put', 'get', ({ args }) => keyOf(args['queue'], args['item']));
}

function findMessages(events: readonly TraceEvent[]): Flow[] {
  const ends = events.filter(({ ph, cat }) => ph === 'e' && cat === 'pipe');
  return pair(ends, 'send', 'recv', ({ args }) => keyOf(args['message']));
}

type Key = (event: TraceEvent) => string | undefined;

function keyOf(...parts: readonly (Json | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

/** Joins what has the same key. The receiver may have written its line before the sender did. */
function pair(events: readonly TraceEvent[], from: string, to: string, key: Key): Flow[] {
  const senders = new Map(events.filter(({ name }) => name === from).map((event) => [key(event), event]));
  senders.delete(undefined);
  return events.filter(({ name }) => name === to).flatMap((event) => {
    const sender = senders.get(key(event));
    return sender === undefined ? [] : [{ from: sender, to: event }];
  });
}

/** A task comes from the latest `send` to its worker that includes its index: a pool numbers each map's items anew. */
function findTasks(events: readonly TraceEvent[]): Flow[] {
  const latest = new Map<string, TraceEvent>();
  const flows: Flow[] = [];
  for (const event of events.filter(({ cat }) => cat === 'pool')) {
    const { ph, name, args: { to, index, count } } = event;
    if (ph === 'i' && name === 'send' && typeof index === 'number' && typeof count === 'number') {
      for (let item = index; item < index + count; item += 1) {
        latest.set(`${to} ${item}`, event);
      }
    } else if (ph === 'b' && name === 'task') {
      const sender = latest.get(`${event.pid} ${index}`);
      if (sender !== undefined) {
        flows.push({ from: sender, to: event });
      }
    }
  }
  return flows;
}
