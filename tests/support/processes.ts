import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** `ps`'s letters: `R`, `S`, `T`, `Z` … and what follows them. */
  readonly state: string;
  readonly command: string;
}

/** Every process of the machine, as `ps` sees it. */
export function listProcesses(): ProcessRow[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return [...text.matchAll(/^ *(\d+) +(\d+) +(\S+) (.*)$/gm)].map(([, pid, parent, state = '', command = '']) => (
    { pid: Number(pid), parent: Number(parent), state, command }
  ));
}

/** Whether the process exists and is no zombie: in a container nobody may collect orphans. */
export function isAlive(pid: number): boolean {
  const row = listProcesses().find((each) => each.pid === pid);
  return row !== undefined && !row.state.startsWith('Z');
}

/** Waits until `condition` holds; false if it does not within `limitMs`. */
export async function eventually(condition: () => boolean, limitMs = 2000): Promise<boolean> {
  for (const end = Date.now() + limitMs; !condition(); await sleep(20)) {
    if (Date.now() > end) {
      return false;
    }
  }
  return true;
}

export const allGone = (pids: readonly number[], limitMs = 2000): Promise<boolean> =>
  eventually(() => !pids.some(isAlive), limitMs);

/** Starts a program of Node's and waits for the line of JSON that it prints first; it ends with the test. */
export async function startAndHear(program: string, args: readonly string[] = []): Promise<Heard> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout);
  const [line] = await once(lines, 'line', { signal: AbortSignal.timeout(5000) });
  return { child, said: JSON.parse(String(line)) };
}

export interface Heard {
  readonly child: ChildProcess;
  readonly said: unknown;
}
