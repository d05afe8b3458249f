import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** How multiprocessing/resource_tracker.py starts its process, in every version of Python since 3.8. */
const COMMAND = 'from multiprocessing.resource_tracker import main';
const PS = { encoding: 'utf8', timeout: 2000, env: { PATH: process.env['PATH'], LC_ALL: 'C' } } as const;

/**
 * Which of the processes are Python's resource trackers: they ignore SIGTERM, and when nobody can tell them of things any
 * more they remove those that were left, such as named semaphores, and end. None when that cannot be seen.
 */
export async function resourceTrackers(pids: readonly number[]): Promise<ReadonlySet<number>> {
  return process.platform === 'linux' ? new Set(pids.filter(isTracker)) : trackersByPs(pids);
}

function isTracker(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(COMMAND);
  } catch {
    return false;
  }
}

/** The same where there is no `/proc`: one `ps` for all of them. */
export async function trackersByPs(pids: readonly number[]): Promise<ReadonlySet<number>> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,command='], PS);
    const lines = stdout.split('\n').filter((line) => line.includes(COMMAND));
    const found = new Set(lines.map((line) => Number.parseInt(line, 10)));
    return new Set(pids.filter((pid) => found.has(pid)));
  } catch {
    return new Set();
  }
}
