import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { TRACE_VARIABLE } from '../../trace/event.js';
import { send } from '../group.js';

const LOOK_MS = 10;

/**
 * Ends processes that have left the session of their program, such as daemons, by what they have inherited from it: the
 * name of its trace in their environment. Waits for it `limitMs` at most. Only Linux shows the environment of others.
 */
export async function killMarked(traceFile: string, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  for (let left = findMarked(traceFile); left.length > 0 && performance.now() < end; left = findMarked(traceFile)) {
    left.forEach((pid) => send(pid, 'SIGKILL'));
    await sleep(LOOK_MS);
  }
}

/** The processes whose environment says that they belong to the program with this trace; a zombie has none. */
function findMarked(traceFile: string): number[] {
  if (process.platform !== 'linux') {
    return [];
  }
  const mark = `${TRACE_VARIABLE}=${traceFile}`;
  return readdirSync('/proc').map(Number).filter((pid) => pid > 0 && environmentOf(pid).includes(mark));
}

/** Empty for one that has ended or that is somebody else's. */
function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
