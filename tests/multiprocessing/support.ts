import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, vi } from 'vitest';
import { eventually, listProcesses } from '../support/processes.js';

/** How long Node takes to start on a machine that is not busy with others. */
const USUAL_START_MS = 60;

/** So many times longer than usual everything takes now. */
const slack = Math.max(1, startMs() / USUAL_START_MS);
vi.setConfig({ testTimeout: 20_000 * slack, hookTimeout: 20_000 * slack });

function startMs(): number {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - began;
}

/** A limit in milliseconds, longer on a busy machine. */
export const within = (ms: number): number => Math.ceil(ms * slack);
/** For waits that end. */
export const patiently = { timeout: within(5000) };
export const soon = (condition: () => boolean): Promise<boolean> => eventually(condition, within(3000));

export const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it printed, as JSON. */
  readonly said: unknown;
}

export interface RunOptions {
  readonly limitMs?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/**
 * Runs a fixture until it has ended and all its descendants too, since they share its output; fails if that takes too
 * long.
 */
export async function run(name: string, args: readonly string[] = [], { env = {}, cwd, limitMs = within(10_000) }: RunOptions = {}): Promise<Ran> {
  const program = [fixture(name), ...args];
  const child = spawn(process.execPath, program, { stdio: 'pipe', env: { ...process.env, ...env }, ...(cwd && { cwd }) });
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  clearTimeout(limit);
  expect(child.killed, `${program.join(' ')} hung, having printed: ${stdout} ${stderr}`).toBe(false);
  const { exitCode: code, signalCode: signal } = child;
  return { code, signal, stdout, stderr, get said(): unknown {
    return JSON.parse(stdout);
  } };
}

/** The processes that the library has started here and that are still there. */
export function ownChildren(): number[] {
  return children().filter(({ command }) => command.includes('multiprocessing/entry/')).map(({ pid }) => pid);
}

/** Of this process, zombies not counted. Where Linux tells, `ps` need not be started after each test. */
function children(): { readonly pid: number; readonly command: string }[] {
  if (process.platform !== 'linux') {
    return listProcesses().filter(({ parent, state }) => parent === process.pid && !state.startsWith('Z'));
  }
  const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
  return pids.flatMap((pid) => {
    try {
      return [{ pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
    } catch {
      return []; // it has just ended
    }
  });
}

/** After each test of the file no process of the library may be left that this process has started. */
export function expectNobodyLeft(): void {
  afterEach(async () => {
    await soon(() => ownChildren().length === 0);
    const left = ownChildren();
    left.forEach((pid) => process.kill(pid, 'SIGKILL'));
    expect(left, 'processes that are left').toEqual([]);
  });
}

/** What the descriptors of a process lead to, such as `pipe:[4711]`; only where there is /proc. */
export function descriptorsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
    } catch {
      return []; // the one that read the folder
    }
  });
}

/** How long it took, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
