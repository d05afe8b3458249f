import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { unwatchGroup } from '../../src/reaper/reaper.js';
import { ProcessGroup, send } from '../../src/stage/group.js';
import { openProcessTable, type ProcessTable } from '../../src/stage/processes/table.js';

interface Started {
  readonly group: ProcessGroup;
  readonly table: ProcessTable;
  /** How often the group has looked. */
  readonly looks: () => number;
}

/** A shell that leads a session, in which `sleep` has a group of its own; the group's first so many looks fail. */
async function startGroup(failures: number): Promise<Started> {
  // With job control a shell gives each job a group; dash has that only on a terminal.
  const child = spawn('bash', ['-c', 'set -m; sleep 20 & echo $!; wait'], { detached: true });
  const { pid = 0 } = child;
  const [sleep] = await once(child.stdout, 'data');
  const table = openProcessTable(pid, '/no/trace');
  let looks = 0;
  const group = new ProcessGroup(pid, {
    intervalMs: table.intervalMs,
    list: async () => (looks++ < failures ? undefined : table.list()),
    find: (other) => table.find(other),
    hasLeft: (other) => table.hasLeft(other),
  });
  onTestFinished(() => {
    send(-pid, 'SIGKILL');
    send(Number(sleep), 'SIGKILL');
    unwatchGroup(pid);
  });
  return { group, table, looks: () => looks };
}

it('has not ended while nobody can look, and is given up at the limit', async () => {
  const { group, looks } = await startGroup(Number.POSITIVE_INFINITY);
  expect(await group.ended(50)).toBe(false);
  expect(looks()).toBeGreaterThan(1);
});

it('is looked at again after a look that failed', async () => {
  const { group, looks } = await startGroup(1);
  expect(await group.ended(50)).toBe(false);
  await group.kill(5000);
  expect(await group.ended(0)).toBe(true);
  expect(looks()).toBeGreaterThan(2);
});

// macOS's ps tells no sessions, only groups.
it.runIf(process.platform === 'linux')('is killed with whoever only a later look finds in another group', async () => {
  const { group, table } = await startGroup(1);
  expect(await table.list()).toHaveLength(2);
  await group.kill(5000);
  expect((await table.list())?.filter(({ state }) => state !== 'zombie')).toEqual([]);
});
