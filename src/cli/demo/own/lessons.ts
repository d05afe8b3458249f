import { isAsleep } from '../../../trace/asleep.js';
import type { TraceEvent } from '../../../trace/event.js';
import type { Outcome } from '../../../trace/outcome.js';
import type { ThreadWait } from '../../../trace/waits.js';

/** A lesson of ours, and what it has to do with this run. */
export interface About {
  readonly lesson: string;
  readonly why: string;
}

const MOST = 2;

/** By what a process had begun and not ended when the program hung, the most telling first. */
const OPEN: readonly (readonly [string, About])[] = [
  ['pool map', { lesson: 'crash', why: 'a map that waits for a result which never comes' }],
  ['lock wait', { lesson: 'deadlock', why: 'processes that wait for locks' }],
  ['semaphore wait', { lesson: 'deadlock', why: 'processes that wait for locks' }],
  ['queue put', { lesson: 'backpressure', why: 'a queue that is full, or never emptied' }],
  ['queue get', { lesson: 'queue', why: 'a consumer that nobody tells the end' }],
  ['pipe recv', { lesson: 'pipe', why: 'a reader to whom the end never comes' }],
];
const UNREAD: About = { lesson: 'backpressure', why: 'a process that cannot end before somebody reads what it has written' };

/**
 * Lessons that are about how this run hung, by what its trace and the OS show; of one that ended or only slept, none. They say
 * where to read, and not that this was the reason.
 */
export function lessonsOn({ hung, waits }: Outcome, events: readonly TraceEvent[]): About[] {
  if (!hung || isAsleep(waits, events)) {
    return [];
  }
  const open = openSpans(events);
  const found = [
    ...OPEN.flatMap(([name, about]) => (open.has(name) ? [about] : [])),
    ...(waits.some(({ threads }) => threads.some(isWriting)) ? [UNREAD] : []),
  ];
  return [...new Map(found.toReversed().map((about) => [about.lesson, about])).values()].toReversed().slice(0, MOST);
}

function isWriting({ wait }: ThreadWait): boolean {
  return wait.kind === 'write' || (wait.kind === 'any' && wait.of.some(({ kind }) => kind === 'write'));
}

/** `queue get` and so on, of which a process wrote the beginning and no end. */
function openSpans(events: readonly TraceEvent[]): ReadonlySet<string> {
  const open = new Map<string, string>();
  for (const event of events) {
    if (event.ph === 'b' || event.ph === 'e') {
      const key = `${event.pid} ${event.id}`;
      if (event.ph === 'b') {
        open.set(key, `${event.cat} ${event.name}`);
      } else {
        open.delete(key);
      }
    }
  }
  return new Set(open.values());
}
