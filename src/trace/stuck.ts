import type { ProcessWait, ThreadWait, Wait } from './waits.js';

/**
 * The processes that wait for ever unless a signal comes: all that their threads wait for is others of these processes.
 * It is the largest such set: every process is left out of it that may go on by itself, by something from outside, by
 * something unknown, or by a process that is left out.
 */
export function stuckOf(waits: readonly ProcessWait[]): ReadonlySet<number> {
  const stuck = new Set(waits.filter(isAsleep).map(({ pid }) => pid));
  for (let size = Number.POSITIVE_INFINITY; stuck.size < size;) {
    size = stuck.size;
    for (const { pid, threads } of waits) {
      if (stuck.has(pid) && threads.some((thread) => mayGoOn(thread, pid, stuck))) {
        stuck.delete(pid);
      }
    }
  }
  return stuck;
}

/** One that has ended waits for nothing; of one that has run in the meantime we know too little. */
function isAsleep({ still, threads }: ProcessWait): boolean {
  return still && !threads.every(({ wait }) => wait.kind === 'ended');
}

function mayGoOn({ tid, wait, timed }: ThreadWait, pid: number, stuck: ReadonlySet<number>): boolean {
  // A main thread whose loop waits for nobody is idle: a signal may have something for it.
  const isIdle = wait.kind === 'event loop' && wait.of.length === 0 && tid === pid;
  return timed || isIdle || mayEnd(wait, (other) => other !== pid && !stuck.has(other));
}

/** Whether somebody who is free can end this wait. Threads of its own process are asked themselves. */
function mayEnd(wait: Wait, isFree: (pid: number) => boolean): boolean {
  switch (wait.kind) {
    case 'ended':
    case 'own lock':
      return false;
    case 'children':
      return wait.pids.length === 0 || wait.pids.some(isFree);
    case 'read':
    case 'write':
      return !wait.others?.length || wait.others.some(({ pid }) => isFree(pid));
    case 'shared lock':
      return !wait.users?.length || wait.users.some(isFree);
    case 'any':
      return wait.of.length === 0 || wait.of.some((each) => mayEnd(each, isFree));
    case 'event loop':
      return wait.of.some((each) => mayEnd(each, isFree));
    case 'running':
    case 'stopped':
    case 'timer':
    case 'descriptor':
    case 'unknown':
      return true;
  }
}
