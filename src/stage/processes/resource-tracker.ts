import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How multiprocessing/resource_tracker.py starts its process, in every version of Python since 3.8. */
const COMMAND = 'from multiprocessing.resource_tracker import main';
const PS = { encoding: 'utf8', timeout: 2000, stdio: 'pipe' } as const;

/**
 * Whether the process is Python's resource tracker: it ignores SIGTERM, and when nobody can tell it of things any more
 * it removes those that were left, such as named semaphores, and ends. False when that cannot be seen.
 */
export function isResourceTracker(pid: number): boolean {
  try {
    const command = process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'latin1')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], PS);
    return command.includes(COMMAND);
  } catch {
    return false;
  }
}
