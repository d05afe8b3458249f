import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startMethods } from '../../src/demos/catalogue/start-methods.js';
import { descendants } from '../end-to-end/mp-tutor.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const LIMIT_MS = 60_000;
const explain = (facts: Parameters<typeof startMethods.explain>[0]): string => startMethods.explain(facts).join('\n');

test('played in Node: neither sees the later value; the open file is that of the process', () => {
  const facts = factsOfDemo('start-methods', '--items', '1', '--delay', '100');
  expect(facts).toMatchObject({ ways: ['Process', 'Worker'], sees: [10, 10], hasFile: [false, true], sawChange: 0, processes: 2 });
  expect(explain(facts)).toMatch(/A process answered after .* price 10: it imported the file[^]*A Worker answered .* The file that its process has open it can use\./);
}, LIMIT_MS);

describe.skipIf(!hasPython)('played in Python', () => {
  test('by fork, and by no other method, a child has the later value and the open file; its start costs least', () => {
    const facts = factsOfDemo('start-methods', '--runtime', 'python', '--items', '3', '--delay', '50');
    const { ways, sees, hasFile, tookMs } = facts as unknown as { ways: string[]; sees: number[]; hasFile: boolean[]; tookMs: number[] };
    expect(ways).toContain('spawn');
    expect(sees).toEqual(ways.map((way) => (way === 'fork' ? 20 : 10)));
    expect(hasFile).toEqual(ways.map((way) => way === 'fork'));
    expect(facts['sawChange']).toBe(ways.filter((way) => way === 'fork').length);
    // Where there is no fork (Windows), nothing is quicker than spawn.
    expect(tookMs[ways.indexOf('fork')] ?? 0).toBeLessThan(tookMs[ways.indexOf('spawn')] ?? 0);
    expect(explain(facts).match(/price 20: it began with a copy of the parent as it was/g) ?? []).toHaveLength(ways.filter((way) => way === 'fork').length);
  }, LIMIT_MS);
});

// What Node or Python loads first in each process: a child started anew kills itself, so that it never answers.
const DIES_IN_NODE = 'data:text/javascript,process.channel&&process.kill(process.pid,"SIGKILL")';
const DIES_IN_PYTHON = fileURLToPath(new URL('fixtures/dies-in-python/', import.meta.url));

test.each([
  { command: process.execPath, file: 'dist/demos/start-methods.js', loadFirst: { NODE_OPTIONS: `--import=${DIES_IN_NODE}` } },
  ...(hasPython ? [{ command: 'python3', file: 'lessons/python/start_methods_demo.py', loadFirst: { PYTHONPATH: DIES_IN_PYTHON } }] : []),
])('$file does not wait for an answer of a child that died before it', async ({ command, file, loadFirst }) => {
  const program = spawn(command, [fileURLToPath(new URL(`../../${file}`, import.meta.url)), '{"items": 1, "delay": 50}'], {
    stdio: 'ignore',
    env: { ...process.env, ...loadFirst },
  });
  const pid = Number(program.pid);
  const exit = new Promise<number | null>((resolve) => program.once('exit', resolve));
  const limit = setTimeout(() => [...descendants(pid), pid].forEach(kill), 15_000);
  try {
    expect(await exit).toBe(1);
  } finally {
    clearTimeout(limit);
  }
}, LIMIT_MS);

test('what did not come to its end is not compared', () => {
  const facts = { deaths: [{ pid: 5, name: 'main', signal: 'SIGKILL' }], items: 2, ways: null, tookMs: null };
  expect(explain(facts)).toBe('The program did not come to its end, so its starts cannot be compared.\nmain (5) died by SIGKILL.');
  expect(Object.values(startMethods.figures?.(facts) ?? {})).toEqual(['none', 'none', 'none']);
});

test('that the server is waited for is told only where there is one, and its time is in the median', () => {
  const facts = { startMethod: 'fork', items: 2, ways: ['fork', 'forkserver'], tookMs: [5, 60], sees: [20, 10], hasFile: [true, false] };
  expect(explain(facts)).toMatch(/forkserver took 12\.0 times as long as fork\. The first child by forkserver waits for the server itself\./);
  expect(explain({ ...facts, items: 5 })).not.toMatch(/waits for the server/);
  expect(explain({ ...facts, ways: ['fork', 'spawn'] })).not.toMatch(/waits for the server/);
});

/** By its number; it may have ended meanwhile. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has.
  }
}
