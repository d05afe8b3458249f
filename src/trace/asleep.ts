import type { TraceEvent } from './event.js';
import type { ProcessWait, ThreadWait, Wait } from './waits.js';

/**
 * Whether a program that does nothing only sleeps: each of its processes waits with a time limit, or for one that does, so
 * it would have gone on by itself. False where the OS does not show it.
 */
export function isAsleep(waits: readonly ProcessWait[], events: readonly TraceEvent[]): boolean {
  const alive = waits.filter(({ threads }) => !threads.every(({ wait }) => wait.kind === 'ended'));
  const polling = pollers(events);
  const sleepers = new Set<number>();
  for (let size = -1; sleepers.size > size;) {
    size = sleepers.size;
    for (const process of alive) {
      if (process.still && (sleeps(process, polling) || goesOnWith(process.threads[0]?.wait, sleepers))) {
        sleepers.add(process.pid);
      }
    }
  }
  return alive.length > 0 && sleepers.size === alive.length;
}

/** Its main thread does, or waits for another thread that does. An engine's own threads wait with limits too, in loops. */
function sleeps({ pid, threads: [main, ...others] }: ProcessWait, polling: ReadonlySet<number>): boolean {
  if (main === undefined) {
    return false;
  }
  return (main.wait.kind === 'event loop' ? isKeptByTimer(main, main.wait) && !polling.has(pid) : hasLimit(main))
    || (main.wait.kind === 'own lock' && others.some((thread) => hasLimit(thread) && thread.wait.kind !== 'event loop'));
}

/** Node's loop often has a limit for the sake of its garbage collector; where it watches nothing, a timer keeps it alive. */
function isKeptByTimer({ timed }: ThreadWait, { of }: Extract<Wait, { kind: 'event loop' }>): boolean {
  return timed && of.length === 0;
}

function hasLimit({ timed, wait }: ThreadWait): boolean {
  return timed || wait.kind === 'timer';
}

function goesOnWith(wait: Wait | undefined, sleepers: ReadonlySet<number>): boolean {
  switch (wait?.kind) {
    case 'children':
      return wait.pids.some((pid) => sleepers.has(pid));
    case 'read':
    case 'write':
      return wait.others?.some(({ pid }) => sleepers.has(pid)) ?? false;
    case 'shared lock':
      return wait.users?.some((pid) => sleepers.has(pid)) ?? false;
    case 'any':
    case 'event loop':
      return wait.of.some((each) => goesOnWith(each, sleepers));
    default:
      return false;
  }
}

const POLLED: ReadonlySet<string> = new Set(['lock wait', 'queue get', 'queue put']);

/** The processes that wait for a lock or a queue: in Node they look up now and then, which is no end of their wait. */
function pollers(events: readonly TraceEvent[]): ReadonlySet<number> {
  const open = new Map<string, number>();
  for (const event of events) {
    if ('id' in event && POLLED.has(`${event.cat} ${event.name}`)) {
      const key = `${event.pid} ${event.id}`;
      if (event.ph === 'b') {
        open.set(key, event.pid);
      } else if (event.ph === 'e') {
        open.delete(key);
      }
    }
  }
  return new Set(open.values());
}
