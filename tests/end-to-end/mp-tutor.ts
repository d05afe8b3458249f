import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { listProcesses } from '../support/processes.js';
import { open, type Terminal, type TerminalOptions } from './terminal.js';

export const bin = fileURLToPath(new URL('../../bin/mp-tutor.js', import.meta.url));

/** Runs mp-tutor in a terminal. */
export function openTutor(args: readonly string[], options?: TerminalOptions): Terminal {
  return open(process.execPath, [bin, ...args], options);
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs mp-tutor without a terminal, to its end. */
export function runTutor(args: readonly string[], env: Readonly<Record<string, string>> = {}, timeout = 15_000): Ran {
  return spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    timeout,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], LANG: 'C.UTF-8', ...env },
  });
}

/** A shell pipeline that begins with mp-tutor, whose exit code is mp-tutor's. */
export function pipeTutor(args: string, rest: string): Ran {
  const script = `set -o pipefail; '${process.execPath}' '${bin}' ${args} | ${rest}; echo "status $\{PIPESTATUS[0]}"`;
  return spawnSync('bash', ['-c', script], { encoding: 'utf8', timeout: 15_000 });
}

/** The PIDs of all descendants of a process. */
export function descendants(pid: number): number[] {
  const rows = listProcesses();
  const below = (parent: number): number[] =>
    rows.filter((row) => row.parent === parent).flatMap((row) => [row.pid, ...below(row.pid)]);
  return below(pid);
}

/** Those of them that run a program whose path or arguments contain this; not the shell that ends them all. */
export function descendantsRunning(pid: number, program: string): number[] {
  const below = descendants(pid);
  return listProcesses().filter((row) => below.includes(row.pid) && row.command.includes(program)).map((row) => row.pid);
}

/** The state that `ps` shows for a process, such as `T`; empty when there is none. */
export function stateOf(pid: number): string {
  return listProcesses().find((row) => row.pid === pid)?.state.charAt(0) ?? '';
}
