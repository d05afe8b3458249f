import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type * as Fs from 'node:fs';
import { expect, it, vi } from 'vitest';
import { hasEnded } from '../../../src/multiprocessing/memory/processes.js';

const look = vi.hoisted(() => ({ fails: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>();
  return {
    ...fs,
    readFileSync: (...args: Parameters<typeof fs.readFileSync>) => {
      if (look.fails) {
        throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      }
      return fs.readFileSync(...args);
    },
  };
});

it.each([false, true])('a living process has not ended, a dead one has; also where /proc cannot be read (%s)', async (fails) => {
  look.fails = fails;
  const child = spawn('sleep', ['20'], { stdio: 'ignore' });
  expect(hasEnded(child.pid ?? 0)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(hasEnded(child.pid ?? 0)).toBe(true);
});
