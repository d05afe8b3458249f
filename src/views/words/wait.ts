import type { ChannelWait, Holder, ProcessWait, ThreadWait, Wait } from '../../trace/waits.js';
import { clean } from '../../terminal/index.js';

/** More are counted only. */
const MOST_NAMED = 4;

/** Letters for the shared locks of a program, whose names the OS does not know. */
export type LockLetters = ReadonlyMap<string, string>;

/** What a process waits for, in plain words: its main thread, and of the others those that tell more. */
export function waitWords({ pid, threads: [main, ...others] }: ProcessWait, locks: LockLetters): string {
  if (main === undefined) {
    return 'cannot be looked at';
  }
  const words = threadWords(main, pid, locks);
  const told = main.wait.kind === 'own lock' ? others.filter(({ wait }) => tellsMore(wait)) : [];
  const more = [...new Set(told.map((thread) => `another thread ${threadWords(thread, pid, locks)}`))];
  return [words, ...more].join('; ');
}

function tellsMore({ kind }: Wait): boolean {
  return !['own lock', 'event loop', 'timer', 'ended', 'unknown'].includes(kind);
}

function threadWords({ wait, timed }: ThreadWait, pid: number, locks: LockLetters): string {
  switch (wait.kind) {
    case 'running':
      return 'runs';
    case 'stopped':
      return 'is stopped by a signal';
    case 'ended':
      return 'has ended; its parent has not asked how';
    case 'timer':
      return 'sleeps until a time comes';
    case 'event loop':
      return `is idle: its event loop waits for ${things([...wait.of, ...(timed ? [TIMER] : [])], '', pid, locks)}`;
    default:
      return `waits for ${things('of' in wait ? wait.of : [wait], timed ? ', but not for ever' : '', pid, locks)}`;
  }
}

const TIMER: Wait = { kind: 'timer' };

/** What it waits for, then who can give it. */
function things(waits: readonly Wait[], limit: string, pid: number, locks: LockLetters): string {
  const channels = waits.filter((each): each is ChannelWait => 'others' in each);
  return `${alternatives(waits, locks)}${limit}${channels.length > 0 ? `; ${whoCan(channels, pid)}` : ''}`;
}

function alternatives(waits: readonly Wait[], locks: LockLetters): string {
  const counts = new Map<string, number>();
  for (const wait of waits) {
    const said = thing(wait, locks);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, count]) => (count === 1 ? said : `${said} (${count} of these)`)).join(', or ') || 'something to do';
}

function thing(wait: Wait, locks: LockLetters): string {
  switch (wait.kind) {
    case 'children':
      return wait.pids.length === 1 ? `${wait.pids.join()} to end` : `one of its children to end${colon(wait.pids)}`;
    case 'read':
      return `data from a ${wait.channel}`;
    case 'write':
      return `room in a ${wait.channel}`;
    case 'own lock':
      return 'a lock or a condition of its own threads';
    case 'shared lock':
      return `lock ${locks.get(wait.lock) ?? ''}, which processes share${alsoWaiting(wait.waiters)}`;
    case 'descriptor':
      return wait.target === '' ? `its descriptor ${wait.fd}` : clean(wait.target);
    case 'timer':
      return 'a timer';
    case 'unknown':
      return wait.where === '' ? 'something that cannot be seen' : `something in the kernel (${clean(wait.where)})`;
    default:
      return 'something else';
  }
}

function whoCan(channels: readonly ChannelWait[], pid: number): string {
  const verb = channels.every(({ kind }) => kind === 'read') ? 'write to' : channels.every(({ kind }) => kind === 'write') ? 'read from' : 'use';
  const it = channels.length === 1 ? 'it' : 'them';
  const holders = channels.flatMap(({ others }) => others ?? []);
  const isAllSeen = channels.every(({ others }) => others !== undefined);
  if (holders.length === 0) {
    return `who could ${verb} ${it} cannot be seen`;
  }
  const own = holders.find((holder) => holder.pid === pid);
  if (own !== undefined && isAllSeen && holders.every((holder) => holder.pid === pid)) {
    return `the only process that could ${verb} ${it} is itself (${pid}, descriptor ${own.fd})`;
  }
  const others = isAllSeen ? '' : ', or somebody who cannot be seen,';
  return `${holderList(holders, pid)}${others} could ${verb} ${it}`;
}

function holderList(holders: readonly Holder[], pid: number): string {
  const own = holders.filter((holder) => holder.pid === pid);
  const itself = own.length === 1 ? `itself (descriptor ${own[0]?.fd ?? ''})` : 'itself';
  const names = holders.map((holder) => (holder.pid === pid ? itself : holder.pid === process.pid ? 'the tutor' : `${holder.pid}`));
  return list([...new Set(names)]);
}

function alsoWaiting(pids: readonly number[]): string {
  return pids.length === 0 ? '' : ` (so ${pids.length === 1 ? 'does' : 'do'} ${pidList(pids)})`;
}

function colon(pids: readonly number[]): string {
  return pids.length === 0 ? '' : `: ${pidList(pids)}`;
}

export function pidList(pids: readonly number[]): string {
  return list(pids.map(String));
}

/** `4, 5 and 6`; the last of many are only counted. */
function list(names: readonly string[]): string {
  const shown = names.length <= MOST_NAMED ? names : [...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} more`];
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
