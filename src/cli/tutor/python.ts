import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT_MS = 5000;

/**
 * The interpreter that `python3` leads to. What stands in the PATH may be a script that looks for one (pyenv's is): its
 * processes would be taken for those of the program.
 */
export async function findPython(signal: AbortSignal): Promise<string> {
  const found = await run('python3', ['-I', '-c', 'import sys; print(sys.executable)'], { timeout: LIMIT_MS, signal }).catch(() => undefined);
  // What cannot be found is left to whoever starts it, who says why.
  return found?.stdout.trim() || 'python3';
}
