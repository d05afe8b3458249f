import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished, vi } from 'vitest';
import { resourceTrackers, trackersByPs } from '../../../src/stage/processes/resource-tracker.js';

/** Processes that are called so. */
async function sleepers(...names: string[]): Promise<number[]> {
  const children = names.map((name) => spawn('sh', ['-c', 'read line', name], { stdio: ['pipe', 'ignore', 'ignore'] }));
  onTestFinished(() => children.forEach((child) => void child.kill('SIGKILL')));
  await Promise.all(children.map((child) => once(child, 'spawn')));
  return children.map(({ pid = 0 }) => pid);
}

it.each([['this system', resourceTrackers], ['ps', trackersByPs]])('resource trackers are told from others by their commands (%s)', async (_, find) => {
  const command = 'from multiprocessing.resource_tracker import main;main(5)';
  const [tracker = 0, other = 0, third = 0] = await sleepers(command, 'from multiprocessing.forkserver import main', command);
  expect(await find([tracker, other])).toEqual(new Set([tracker]));
  expect(await find([other, third, 2 ** 30])).toEqual(new Set([third]));
});

it('nobody is one where ps cannot be asked', async () => {
  vi.resetModules();
  vi.stubEnv('PATH', '/nowhere');
  onTestFinished(() => void vi.unstubAllEnvs());
  const fresh = await import('../../../src/stage/processes/resource-tracker.js');
  expect(await fresh.trackersByPs([process.pid])).toEqual(new Set());
});
