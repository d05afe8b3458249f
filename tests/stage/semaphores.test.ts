import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pythons } from '../support/pythons.js';
import { isAlive } from '../support/processes.js';
import { printedBy, start } from './support.js';

const newest = pythons.at(-1);
const runs = [
  ...pythons.map((python) => ({ ...python, method: 'spawn', args: [] })),
  ...(newest ? ['fork', 'spawn', 'forkserver'].map((method) => ({ ...newest, method, args: ['stubborn'] })) : []),
  ...(newest ? ['fork', 'forkserver'].map((method) => ({ ...newest, method, args: [] })) : []),
];

// Named semaphores are files on Linux only.
describe.runIf(process.platform === 'linux' && newest !== undefined)('a Python program that is ended while it waits', () => {
  it.each(runs)('leaves no named semaphore and no process ($version, $method, $args)', async ({ executable, method, args }) => {
    const running = start('python/leaves.py', { runtime: executable, args: [method, ...args] });
    let early: (boolean | string)[] = [];
    const files = (names: string): string[] => names.split(' ').map((name) => `/dev/shm/sem.${name.slice(1)}`);
    let names = '';
    const { stderr, outcome } = await printedBy(running, (line) => {
      if (line === 'waiting') {
        early = files(names).map((file) => existsSync(file));
        return true;
      }
      names = line;
      return false;
    });
    expect([outcome.ending, stderr.filter((line) => line.startsWith('Traceback'))]).toEqual(['stopped by us', []]);
    // What is forked needs no names, so they go at once; others open it by its name.
    expect(early).toEqual(method === 'fork' ? [false, false] : [true, true]);
    expect(files(names).filter((file) => existsSync(file))).toEqual([]);
    expect(outcome.processes.filter(({ pid }) => isAlive(pid))).toEqual([]);
    expect(outcome.signal).toBe(args.length > 0 ? 'SIGKILL' : 'SIGTERM');
  });
});
