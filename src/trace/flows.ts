import type { Json, TraceEvent } from './event.js';

/** Something that went from one process to another: the events of its leaving and of its arrival. */
export interface Flow {
  readonly from: TraceEvent;
  readonly to: TraceEvent;
}

/** The ways of items through queues, messages through pipes and tasks to workers, in events sorted by time. */
export function findFlows(events: readonly TraceEvent[]): Flow[] {
  return [...findItems(events), ...findMessages(events), ...findTasks(events)];
}

function findItems(events: readonly TraceEvent[]): Flow[] {
  const ends = events.filter(({ ph, cat }) => ph === 'e' && cat === 'queue');
  return pair(ends, ({ name, args: { queue, item } }) => {
    const key = keyOf(queue, item);
    return name === 'put' ? { sent: key } : { received: key };
  });
}

/** A message's name is unique only among those that its process sends on one end of one pipe. */
function findMessages(events: readonly TraceEvent[]): Flow[] {
  const ends = events.filter(({ ph, cat }) => ph === 'e' && cat === 'pipe');
  return pair(ends, ({ name, args: { pipe, end, message } }) => (
    name === 'send'
      ? { sent: keyOf(pipe, end, message) }
      : { received: keyOf(pipe, end === 'left' ? 'right' : 'left', message) }
  ));
}

/** What an event sent or received; undefined where it did not, for want of time or at the end. */
interface Keys {
  readonly sent?: string | undefined;
  readonly received?: string | undefined;
}

function keyOf(...parts: readonly (Json | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

/** Joins what has the same key. The receiver may have written its line before the sender did. */
function pair(events: readonly TraceEvent[], keysOf: (event: TraceEvent) => Keys): Flow[] {
  const senders = new Map(events.map((event) => [keysOf(event).sent, event]));
  return events.flatMap((to) => {
    const { received } = keysOf(to);
    const from = received === undefined ? undefined : senders.get(received);
    return from === undefined ? [] : [{ from, to }];
  });
}

/** A task comes from the latest `send` of its job, to its worker or to whoever is free, that includes its index. */
function findTasks(events: readonly TraceEvent[]): Flow[] {
  const sends = new Map<Json, TraceEvent[]>();
  const flows: Flow[] = [];
  for (const event of events.filter(({ cat }) => cat === 'pool')) {
    const { ph, name, pid, args: { to = null, index = null, job = null } } = event;
    if (ph === 'i' && name === 'send') {
      sends.set(to, sends.get(to) ?? []).get(to)?.push(event);
    } else if (ph === 'b' && name === 'task') {
      const find = (to: Json) => sends.get(to)?.findLast((send) => (send.args['job'] ?? null) === job && includes(send, index));
      // Python sends to no worker in particular.
      const from = find(pid) ?? find(null);
      flows.push(...(from === undefined ? [] : [{ from, to: event }]));
    }
  }
  return flows;
}

function includes({ args: { index: first, count } }: TraceEvent, index: Json): boolean {
  return [first, count, index].every((value) => typeof value === 'number')
    && Number(first) <= Number(index) && Number(index) < Number(first) + Number(count);
}
