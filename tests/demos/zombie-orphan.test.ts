import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { zombieOrphan } from '../../src/demos/catalogue/zombie-orphan.js';
import { bin, descendants, stateOf } from '../end-to-end/mp-tutor.js';
import { factsOfDemo, hasPython } from './run-demo.js';

const LIMIT_MS = 60_000;
const runtimes = ['node', ...(hasPython ? ['python'] : [])];

describe.each(runtimes)('played in %s', (runtime) => {
  test.each([
    { end: 'SIGKILL', alive: true },
    { end: 'SIGTERM', alive: true },
    { end: 'ctrl-c', alive: false },
  ])('$end: the child of the parent that got it lives on: $alive', ({ end, alive }) => {
    const facts = factsOfDemo('zombie-orphan', '--delay', '200', '--end', end, '--runtime', runtime);
    expect(facts).toMatchObject({ uncollected: 'Z', collected: 'gone', childExitCode: 7, childAlive: alive, adopted: alive });
    expect(zombieOrphan.explain(facts).join('\n')).toMatch(alive ? /the child went on.*it was an orphan/ : /gone with its parent/);
  }, LIMIT_MS);

  // On macOS nobody sees who has left the session, as the architecture page says.
  test.runIf(process.platform === 'linux')('leaves nobody behind when the tutor is interrupted in the middle', async () => {
    const tutor = spawn(process.execPath, [bin, 'demo', 'zombie-orphan', '--delay', '3000', '--runtime', runtime], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(tutor, 'exit');
    const seen = new Set<number>();
    // After its first child it has started a parent, in a session of its own, and that its child.
    for (const until = Date.now() + 20_000; Date.now() < until && depth(Number(tutor.pid)) < 3; ) {
      descendants(Number(tutor.pid)).forEach((pid) => seen.add(pid));
      await sleep(100);
    }
    descendants(Number(tutor.pid)).forEach((pid) => seen.add(pid));
    expect(depth(Number(tutor.pid))).toBeGreaterThanOrEqual(3);
    tutor.kill('SIGINT');
    await ended;
    await sleep(1500);
    expect([...seen].filter((pid) => !['', 'Z'].includes(stateOf(pid)))).toEqual([]);
  }, LIMIT_MS);
});

test('what it did not come to see is not told', () => {
  expect(zombieOrphan.explain({ hung: false }).join()).toBe('The program did not come to look at the child that had ended.');
  expect(zombieOrphan.explain({ uncollected: 'S', collected: '', end: 'SIGTERM' }).join()).not.toMatch(/zombie|orphan|collected it/);
});

/** How many generations of processes are below this one. */
function depth(pid: number): number {
  const below = descendants(pid);
  const children = below.filter((each) => !below.some((other) => other !== each && descendants(other).includes(each)));
  return children.length === 0 ? 0 : 1 + Math.max(...children.map(depth));
}
