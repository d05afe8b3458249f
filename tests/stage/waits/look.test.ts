import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Run } from '../../../src/stage/index.js';
import { lookAtWaits } from '../../../src/stage/waits/look.js';
import { isSame, movesOf } from '../../../src/stage/waits/read-process.js';
import type { ProcessWait, Wait } from '../../../src/trace/waits.js';
import { stuckOf } from '../../../src/trace/stuck.js';
import { eventually, listProcesses } from '../../support/processes.js';
import { pythons } from '../../support/pythons.js';
import { start } from '../support.js';

const runtime = pythons.at(-1)?.executable;
const METHODS = ['fork', 'spawn', 'forkserver'];
const running: Run[] = [];
afterEach(() => Promise.all(running.splice(0).map((run) => run.end())));

function begin(...given: Parameters<typeof start>): Run {
  const run = start(...given);
  running.push(run);
  return run;
}

/** A process and all that come of it, the first first. */
function family(pid: number): number[] {
  const rows = listProcesses();
  const found = [pid];
  for (const each of found) {
    found.push(...rows.filter(({ parent }) => parent === each).map((row) => row.pid));
  }
  return found;
}

/** Looks at a program until it is as expected; on a busy machine it needs a while until it hangs. */
async function lookUntil({ pid }: Run, expectation: (waits: ProcessWait[]) => void): Promise<ProcessWait[]> {
  return vi.waitFor(async () => {
    const waits = await lookAtWaits(family(pid));
    expectation(waits);
    return waits;
  }, { timeout: 15_000, interval: 50 });
}

/** A Python that anybody may run: root's own may stand where nobody else gets. */
const UNPRIVILEGED = process.getuid?.() === 0 ? ['/usr/bin/python3'].find(existsSync) : runtime;
const NOBODY = 65_534;
const SERVER = `
import os, socket, sys, time
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
os.chmod(sys.argv[1], 0o777)
server.listen()
print('ready', flush=True)
connection, _ = server.accept()
time.sleep(60)`;

/** Starts a program as a user without rights, whatever ours are. */
async function beginAsNobody(file: string, ...args: string[]): Promise<number> {
  const program = fileURLToPath(new URL(`../fixtures/python/${file}`, import.meta.url));
  const child = spawn(UNPRIVILEGED ?? '', [program, ...args], {
    stdio: 'ignore', detached: true, cwd: '/', ...(process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  });
  await once(child, 'spawn');
  const { pid = 0 } = child;
  onTestFinished(() => void process.kill(-pid, 'SIGKILL'));
  return pid;
}

/** The same for looking: for so long, this process has no rights. */
async function lookAsNobody(pid: number, expectation: (waits: ProcessWait[]) => void): Promise<ProcessWait[]> {
  return vi.waitFor(async () => {
    const all = family(pid);
    const isRoot = process.getuid?.() === 0;
    try {
      if (isRoot) {
        process.setegid?.(NOBODY);
        process.seteuid?.(NOBODY);
      }
      const waits = await lookAtWaits(all);
      expectation(waits);
      return waits;
    } finally {
      if (isRoot) {
        process.seteuid?.(0);
        process.setegid?.(0);
      }
    }
  }, { timeout: 15_000, interval: 50 });
}

const mainWaits = (waits: readonly ProcessWait[]): (Wait | undefined)[] => waits.map(({ threads }) => threads[0]?.wait);
const pids = (waits: readonly ProcessWait[]): number[] => waits.map(({ pid }) => pid);
const wantsLock = ({ threads }: ProcessWait): boolean => threads[0]?.wait.kind === 'shared lock';
const readsFromItself = ({ pid, threads: [main] }: ProcessWait): boolean => {
  return main?.wait.kind === 'read' && main.wait.others?.some((other) => other.pid === pid) === true;
};
/** The server of forkserver listens to anybody, so nobody who waits for it is accused. */
const expectStuck = (method: string, waits: readonly ProcessWait[]): void => {
  expect([...stuckOf(waits)]).toEqual(method === 'forkserver' ? [] : pids(waits));
};
const allStuck = (count: number) => (waits: readonly ProcessWait[]): void => {
  expect(waits).toHaveLength(count);
  expect([...stuckOf(waits)]).toEqual(pids(waits));
};

describe.runIf(process.platform === 'linux')('a program of Node that hangs', () => {
  it('since it has an open copy of the other end of a pipe: that is told, and our own shell is not', async () => {
    const { pid } = begin('keeps-the-other-end.mjs');
    await vi.waitFor(async () => {
      const [main] = await lookAtWaits([pid]);
      expect(main?.threads[0]?.wait).toEqual({
        kind: 'event loop',
        of: [{ kind: 'read', channel: 'socket', fd: expect.any(Number), inode: expect.any(Number), others: [{ pid, fd: expect.any(Number) }] }],
      });
    }, { timeout: 15_000, interval: 50 });
  });
});

describe.runIf(process.platform === 'linux' && runtime !== undefined)('a Python program that hangs', () => {
  it('since a reader holds its own writing end', async () => {
    const waits = await lookUntil(begin('python/holds-its-own-end.py', { runtime }), allStuck(2));
    const child = pids(waits)[1] ?? 0;
    expect(mainWaits(waits)).toEqual([
      { kind: 'children', pids: [child] },
      { kind: 'read', channel: 'pipe', fd: expect.any(Number), inode: expect.any(Number), others: [{ pid: child, fd: expect.any(Number) }] },
    ]);
    expect(waits[1]?.parent).toBe(waits[0]?.pid);
    expect(waits[1]?.command).toContain('holds-its-own-end.py');
  });

  it.each(METHODS)('since a queue has nothing more to give (%s)', async (method) => {
    const program = begin('python/queue-never-ends.py', { runtime, args: [method] });
    const waits = await lookUntil(program, (seen) => {
      expect(seen.filter(readsFromItself)).toHaveLength(1);
      expect(mainWaits(seen)[0]?.kind).toBe(method === 'forkserver' ? 'read' : 'children');
      expectStuck(method, seen);
    });
    const [consumer] = waits.filter(readsFromItself);
    const wait = consumer?.threads[0]?.wait;
    // The queue's writing end is open in both of them.
    expect(wait?.kind === 'read' && wait.others?.map(({ pid }) => pid)).toEqual([program.pid, consumer?.pid]);
  });

  it.each(METHODS)('since two locks are taken in different orders (%s)', async (method) => {
    const waits = await lookUntil(begin('python/two-locks.py', { runtime, args: [method] }), (seen) => {
      expect(seen.filter(wantsLock)).toHaveLength(2);
      expectStuck(method, seen);
    });
    const locks = mainWaits(waits).filter((wait) => wait?.kind === 'shared lock');
    expect(new Set(locks.map(({ lock }) => lock)).size).toBe(2);
    for (const { users, file, waiters } of locks) {
      expect(file).toMatch(/^\/dev\/shm\/sem\./);
      expect(users).toEqual(expect.arrayContaining(pids(waits.filter(wantsLock))));
      expect(waiters).toEqual([]);
    }
  });

  it('since two of its threads wait for each other', async () => {
    const waits = await lookUntil(begin('python/own-locks.py', { runtime }), allStuck(1));
    expect(waits[0]?.threads.map(({ wait }) => wait.kind)).toEqual(['own lock', 'own lock']);
  });

  it('is told with its outcome', async () => {
    const outcome = await begin('python/holds-its-own-end.py', { runtime, limitMs: 2500 }).ended;
    expect(outcome).toMatchObject({ ending: 'limit', hung: true });
    expect([...stuckOf(outcome.waits)]).toEqual(pids(outcome.waits));
    expect(outcome.waits).toHaveLength(2);
    expect((await begin('normal.mjs').ended).waits).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux' && runtime !== undefined)('a Python program is not accused', () => {
  it('that waits for any child while one of them, in another session, may end', async () => {
    const { waits, hung } = await begin('python/child-in-another-session.py', { runtime, args: ['bare'], limitMs: 2500 }).ended;
    const [main, other] = mainWaits(waits);
    const children = main?.kind === 'children' ? main.pids : [];
    const outside = children.find((pid) => !pids(waits).includes(pid));
    onTestFinished(() => void (outside && process.kill(outside, 'SIGKILL')));
    expect([hung, pids(waits).length, children.length, other?.kind]).toEqual([true, 2, 2, 'read']);
    expect([...stuckOf(waits)]).toEqual([]);
  });

  it('of which a process has left the session, but not its trace', async () => {
    const { waits, processes } = await begin('python/child-in-another-session.py', { runtime, limitMs: 2500 }).ended;
    expect(processes).toHaveLength(3);
    expect(pids(waits)).toEqual(processes.map(({ pid }) => pid));
    expect(mainWaits(waits).map((wait) => wait?.kind)).toEqual(['children', 'read', 'timer']);
    expect([...stuckOf(waits)]).toEqual([]);
  });

  it('that waits for more descriptors than are looked at', async () => {
    const waits = await lookUntil(begin('python/selects-widely.py', { runtime }), (seen) => {
      expect(seen[0]?.threads[0]?.wait).toMatchObject({ kind: 'unknown', where: expect.stringMatching(/select|poll|^$/) });
      expect(seen[0]?.still).toBe(true);
    });
    expect(stuckOf(waits).size).toBe(0);
  });

  it('that has been stopped and continued: what it waits for is no longer told', async () => {
    const program = begin('python/polls.py', { runtime });
    await lookUntil(program, allStuck(1));
    program.stop();
    await lookUntil(program, (seen) => expect(mainWaits(seen)).toEqual([{ kind: 'stopped' }]));
    program.continue();
    const waits = await lookUntil(program, (seen) => expect(mainWaits(seen)[0]?.kind).toBe('unknown'));
    expect([waits[0]?.threads[0]?.timed, stuckOf(waits).size]).toEqual([false, 0]);
  });
});

describe.runIf(process.platform === 'linux' && UNPRIVILEGED !== undefined)('somebody who may not look at everybody', () => {
  it('does not accuse a reader while a process whose descriptors are hidden may write', async () => {
    const waits = await lookAsNobody(await beginAsNobody('undumpable.py'), (seen) => {
      expect(seen.map(({ threads }) => threads[0]?.wait.kind)).toEqual(['read', 'unknown']);
    });
    expect(mainWaits(waits)[0]).toMatchObject({ others: undefined });
    expect([...stuckOf(waits)]).toEqual([]);
  });

  // Everybody may look at his own processes: somebody else's server takes root.
  it.runIf(process.getuid?.() === 0)('does not accuse the client of somebody else\'s server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mp-tutor-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    chmodSync(folder, 0o755);
    const path = join(folder, 'socket');
    const server = spawn('python3', ['-c', SERVER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void server.kill('SIGKILL'));
    await once(server.stdout, 'data');
    const waits = await lookAsNobody(await beginAsNobody('client.py', path), (seen) => {
      expect(mainWaits(seen)[0]?.kind).toBe('read');
    });
    expect(mainWaits(waits)).toMatchObject([{ channel: 'socket', others: undefined }]);
    expect([...stuckOf(waits)]).toEqual([]);
  });

  it('tells a deadlock all the same', async () => {
    const waits = await lookAsNobody(await beginAsNobody('holds-its-own-end.py'), allStuck(2));
    expect(mainWaits(waits).map((wait) => wait?.kind)).toEqual(['children', 'read']);
    const locks = await lookAsNobody(await beginAsNobody('two-locks.py', 'spawn'), (seen) => {
      expect(seen.filter(wantsLock)).toHaveLength(2);
      expectStuck('spawn', seen);
    });
    expect(locks.filter(wantsLock)).toHaveLength(2);
  });
});

describe.runIf(process.platform === 'linux')('a Node program', () => {
  it('that waits for its child', async () => {
    const waits = await lookUntil(begin('waits-for-child.mjs'), allStuck(2));
    const [parent = 0, child = 0] = pids(waits);
    expect(mainWaits(waits)[0]).toEqual({
      kind: 'event loop',
      of: expect.arrayContaining([
        { kind: 'read', channel: 'socket', fd: expect.any(Number), inode: expect.any(Number), others: [{ pid: child, fd: 1 }] },
        { kind: 'children', pids: [child] },
      ]),
    });
    expect(mainWaits(waits)[1]).toMatchObject({ kind: 'read', channel: 'socket', fd: 0, others: [{ pid: parent }] });
  });

  it('that listens is idle, and is not accused', async () => {
    const waits = await lookUntil(begin('listens.mjs'), (seen) => {
      expect(mainWaits(seen)).toEqual([{
        kind: 'event loop',
        of: [{ kind: 'read', channel: 'socket', fd: expect.any(Number), inode: expect.any(Number), others: undefined }],
      }]);
    });
    expect([...stuckOf(waits)]).toEqual([]);
  });

  it('that only wakes now and then is not accused, but that it has a timer', async () => {
    const waits = await lookUntil(begin('asleep.mjs'), (seen) => {
      expect(seen.map(({ threads }) => threads[0]?.timed)).toEqual([true, true]);
    });
    expect([...stuckOf(waits)]).toEqual([]);
  });

  it('that was stopped is told to be so', async () => {
    const program = begin('listens.mjs');
    await lookUntil(program, (seen) => expect(mainWaits(seen)[0]?.kind).toBe('event loop'));
    program.stop();
    await lookUntil(program, (seen) => expect(mainWaits(seen)[0]).toEqual({ kind: 'stopped' }));
  });
});

describe.runIf(process.platform === 'linux')('a look', () => {
  it.skipIf(runtime === undefined)('never accuses two that send each other something all the time', async () => {
    const program = begin('python/ping-pong.py', { runtime });
    await lookUntil(program, (seen) => expect(seen).toHaveLength(2));
    const seen = family(program.pid);
    let waiting = 0;
    for (let look = 0; look < 25 || (waiting === 0 && look < 5000); look += 1) {
      const waits = await lookAtWaits(seen);
      expect([...stuckOf(waits)]).toEqual([]);
      waiting += mainWaits(waits).filter((wait) => wait?.kind === 'read').length;
    }
    // Else it would be no wonder. How often one is met in the middle of its wait depends on the machine.
    expect(waiting).toBeGreaterThan(0);
  });

  it('knows whether a process has run in the meantime', async () => {
    const program = begin('waits-for-child.mjs');
    await lookUntil(program, allStuck(2));
    const [, child = 0] = family(program.pid);
    const [asleep, runs] = [movesOf(child), movesOf(process.pid)];
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isSame(asleep, movesOf(child))).toBe(true);
    expect(isSame(runs, movesOf(process.pid))).toBe(false);
    expect(isSame(undefined, movesOf(child))).toBe(false);
    program.stop();
    expect(await eventually(() => !isSame(asleep, movesOf(child)))).toBe(true);
  });

  it('says nothing of a process that has ended or is none, and does not throw', async () => {
    const unknown = { wait: { kind: 'unknown', where: '' }, timed: false };
    expect(await lookAtWaits([2 ** 22 + 1])).toMatchObject([{ threads: [unknown] }]);
    expect(await lookAtWaits([])).toEqual([]);
  });

  it('tells a zombie', async () => {
    // The shell has become a program that never asks how its child has ended.
    const parent = spawn('sh', ['-c', 'true & exec sleep 20'], { stdio: 'ignore' });
    onTestFinished(() => void parent.kill('SIGKILL'));
    await vi.waitFor(async () => {
      expect(mainWaits(await lookAtWaits(family(parent.pid ?? 0)))).toEqual([{ kind: 'timer' }, { kind: 'ended' }]);
    }, { timeout: 5000 });
  });

  it('runs nothing but ss, without which the other ends of sockets are unknown', async () => {
    const program = begin('waits-for-child.mjs');
    await lookUntil(program, allStuck(2));
    const all = family(program.pid);
    vi.stubEnv('PATH', '/nowhere');
    onTestFinished(() => void vi.unstubAllEnvs());
    const waits = await lookAtWaits(all);
    expect(mainWaits(waits)[1]).toMatchObject({ kind: 'read', channel: 'socket', others: undefined });
    expect([...stuckOf(waits)]).toEqual([]);
  });
});
