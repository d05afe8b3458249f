import { spawn } from 'node:child_process';
import { Lock, Pipe, Pool, Process, Queue, SharedArray } from 'mp-tutor/multiprocessing';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as children from './fixtures/pipes.mjs';
import { descriptorsOf, expectNobodyLeft, patiently, run } from './support.js';

expectNobodyLeft();
const { here } = children;

async function makeOneOfEach(): Promise<[Queue, Lock, SharedArray, Pipe]> {
  const pipe = await Pipe.open();
  onTestFinished(() => [pipe.left, pipe.right].forEach((end) => end.close()));
  return [new Queue(), new Lock(), new SharedArray('Int8Array', 1), pipe];
}

/** What a handle can be made of. A program that starts may just be reading a file of its own, such as a library. */
function channelsOf(pid: number): string[] {
  return descriptorsOf(pid).filter((target) => !target.startsWith('/') || target.startsWith('/memfd:'));
}

/** What a program has that is started here before there are handles: what we inherited. */
function usual(): string[] {
  const stranger = spawn('sleep', ['20'], { stdio: 'ignore' });
  onTestFinished(() => void stranger.kill());
  return channelsOf(stranger.pid ?? 0);
}

// Elsewhere nothing tells what the descriptors of another process are.
describe.runIf(process.platform === 'linux')('descriptors', () => {
  it('of handles do not leak into a program that their maker starts', async () => {
    const before = usual();
    const [queue, lock, , { right }] = await makeOneOfEach();
    await queue.get({ timeout: 10 }).catch(() => {});
    await lock.acquire();
    await right.recv({ timeout: 10 }).catch(() => {});
    expect(usual()).toEqual(before);
    lock.release();
  });

  it('of handles do not leak into a program that a child starts which got them', async () => {
    const [queue, lock, array, { left, right }] = await makeOneOfEach();
    const before = usual();
    const answers = new Queue<[stranger: number, child: number, handles: number]>();
    const handles = [queue, lock, array, left, right, ...Array.from({ length: 5 }, () => new Queue())];
    const child = new Process(here, children.startStranger, [answers, ...handles]).start();
    const [stranger, pid] = await answers.get(patiently);
    onTestFinished(() => void process.kill(stranger));
    expect(descriptorsOf(pid).filter((target) => target.startsWith('/memfd:'))).toHaveLength(9);
    expect(channelsOf(stranger)).toEqual(before);
    child.kill();
    await child.join();
  });

  it('reach only the children that got the handle', async () => {
    const before = new Set(descriptorsOf(process.pid));
    const [, lock, , { right }] = await makeOneOfEach();
    const ours = new Set(descriptorsOf(process.pid).filter((target) => /^(pipe|socket):/.test(target) && !before.has(target)));
    expect(ours.size).toBe(5); // two bells of the queue, one of the lock, two ends
    const owned = (pid: number | undefined): number => new Set(descriptorsOf(pid ?? 0).filter((target) => ours.has(target))).size;
    const start = (handle: unknown) => new Process(here, children.hold, [handle, 60_000]).start();
    const [none, withLock, withPipe] = [start(undefined), start(lock), start(right)];
    expect([owned(none.pid), owned(withLock.pid), owned(withPipe.pid)]).toEqual([0, 1, 1]);
    for (const child of [none, withLock, withPipe]) {
      child.kill();
      await child.join();
    }
  });

  it('are not used up by queues and locks that nobody has any more', async () => {
    const { said } = await run('forgotten.mjs');
    const [before, after] = said as [number, number];
    // The last ones may still be on the stack.
    expect(after - before).toBeLessThan(5);
  });

  it('are not used up by processes, pools and pipes that have ended', async () => {
    const round = async (): Promise<void> => {
      const { left, right } = await Pipe.open();
      const child = new Process(here, children.sendAll, [right, 1]).start();
      right.close();
      await left.recv();
      left.close();
      const pool = new Pool(here, { workers: 2 });
      await Promise.all([pool.close(), child.join()]);
    };
    await round();
    const before = descriptorsOf(process.pid).length;
    for (let again = 0; again < 5; again++) {
      await round();
    }
    expect(descriptorsOf(process.pid).length).toBeLessThanOrEqual(before);
  });
});
