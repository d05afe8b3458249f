import { expect, test } from 'vitest';
import type { Played } from '../../../src/cli/demo/play.js';
import { sideBySide } from '../../../src/cli/demo/side-by-side.js';
import { demos } from '../../../src/demos/catalogue/index.js';
import type { Facts } from '../../../src/trace/facts.js';
import { ended, processName, program } from './runs.js';

function played(facts: Facts, megabytes: number, over: Partial<Played> = {}): Played {
  const processes = [7, 8, 9].map((pid) => (
    { pid, parent: 1, state: 'running', threads: 1, cpuSeconds: 0, memoryBytes: pid === 7 ? 1 : megabytes * 1e6 } as const
  ));
  const events = [7, 8, 9].map((pid) => processName(pid, `${pid}`));
  return { program: program(), facts: { elapsedMs: 1000, ...facts }, events, outcome: { ...ended, processes }, ...over };
}

const demo = (name: string) => demos.find((each) => each.name === name) ?? expect.fail(`there is no ${name}`);

test('a row has both runs; the parent is not counted among the children, and a hang is no end', () => {
  const node = played({ startMs: 40, processes: 3, tasksByPid: { 8: [1, 2], 9: [3] }, deaths: [] }, 50);
  const python = played({ startMs: 4, processes: 3, tasksByPid: { 8: [1], 9: [2, 3] }, deaths: [], hung: true }, 12);
  expect(sideBySide(demo('pool'), node, python)).toEqual([
    ['', `Node ${process.versions.node}`, 'Python 3.11.7, fork'],
    ['start of a process', '40 ms', '4.0 ms'],
    ['processes, with the parent', '3', '3'],
    ['memory of a child', '50 MB', '12 MB'],
    ['tasks by worker', '2 + 1', '1 + 2'],
    ['the end', 'by itself after 1.00 s', 'none: it hung, and was ended after 1.00 s'],
  ]);
});

test('a row that only one of them has is left out', () => {
  const facts = { startMs: 40, processes: 3, tasksByPid: {}, deaths: [] };
  const titles = sideBySide(demo('pool'), played({ ...facts, measured: { one: 20, all: 10 } }, 50), played(facts, 12)).map(([title]) => title);
  expect(titles).not.toContain('without pauses, 1 worker');
});
