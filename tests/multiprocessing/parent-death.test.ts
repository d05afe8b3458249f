import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { allGone, listProcesses } from '../support/processes.js';
import { fixture, within } from './support.js';

interface Family {
  readonly pid: number;
  /** All its descendants, and the reaper. */
  readonly others: number[];
  readonly ended: Promise<unknown>;
  /** The folders where something might be left. */
  readonly folder: string;
}

/** But for the semaphores of Python, whose programs the lessons' tests run meanwhile. */
const shared = (): string[] =>
  (existsSync('/dev/shm') ? readdirSync('/dev/shm') : []).filter((name) => !name.startsWith('sem.mp-'));

/** Starts a program with children of all kinds, as the leader of its own group. */
async function start(how: string): Promise<Family> {
  const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
  const env = { ...process.env, TMPDIR: folder };
  const child = spawn(process.execPath, [fixture('family.mjs'), how], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
  const ended = once(child, 'exit');
  const [line] = await once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(within(8000)) });
  const pids: number[] = JSON.parse(String(line));
  const reapers = listProcesses().filter(({ parent, command }) => [child.pid, ...pids].includes(parent) && command.includes('mp-tutor-reaper'));
  return { pid: child.pid ?? 0, others: [...pids, ...reapers.map(({ pid }) => pid)], ended, folder };
}

describe('when a program ends, nothing of it is left after 2 seconds', () => {
  it.each<[string, string, (family: Family) => void]>([
    ['it returns, leaving daemons and an idle pool', 'return', () => {}],
    ['it throws', 'throw', () => {}],
    ['it calls process.exit', 'exit', () => {}],
    ['it gets SIGTERM', 'wait', ({ pid }) => process.kill(pid, 'SIGTERM')],
    ['it gets SIGKILL', 'wait', ({ pid }) => process.kill(pid, 'SIGKILL')],
    ['it gets SIGINT', 'wait', ({ pid }) => process.kill(pid, 'SIGINT')],
    ['Ctrl-C sends SIGINT to all of it', 'wait', ({ pid }) => process.kill(-pid, 'SIGINT')],
    ['its terminal closes', 'wait', ({ pid }) => process.kill(-pid, 'SIGHUP')],
  ])('%s', async (_, how, act) => {
    const before = shared();
    const family = await start(how);
    // busy, asleep, waiting for a queue, a parent and its child, a pool of two; two of them are parents with a reaper.
    expect(family.others.length).toBeGreaterThanOrEqual(how === 'wait' ? 9 : 7);
    act(family);
    await family.ended;
    expect(await allGone(family.others, within(2000))).toBe(true);
    expect({ folder: readdirSync(family.folder), shared: shared() }).toEqual({ folder: [], shared: before });
  });
});
