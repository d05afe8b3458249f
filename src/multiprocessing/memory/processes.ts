import { readFileSync } from 'node:fs';

/** Whether a process of this PID has ended; a zombie has. On macOS a zombie counts as dead once it is collected. */
export function hasEnded(pid: number): boolean {
  if (!exists(pid)) {
    return true;
  }
  if (process.platform !== 'linux') {
    return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The state follows the command, which stands in parentheses and may itself contain some: proc(5).
    return 'ZX'.includes(stat.charAt(stat.lastIndexOf(')') + 2));
  } catch {
    // Not to be able to look, for want of a descriptor or of /proc, says nothing of the process.
    return !exists(pid);
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
