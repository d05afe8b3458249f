// Four processes add a million times without a lock: each to a cell of its own, then all to the same cell.
import { isMain, mark, Process, SharedArray } from 'mp-tutor/multiprocessing';

const MILLION = 1_000_000;

export function add({ array: cells }, index) {
  // They would not race if one came late: each waits, for two seconds at most, until all are here.
  Atomics.add(cells, 4, 1);
  for (const end = Date.now() + 2000; Atomics.load(cells, 4) < 4 && Date.now() < end; );
  for (let round = 0; round < MILLION; round++) cells[index] += 1;
}

async function count(indices) {
  const cells = new SharedArray('Int32Array', 5);
  const children = indices.map((index) => new Process(import.meta.url, add, [cells, index]).start());
  for (const child of children) await child.join();
  return cells.array.slice(0, 4);
}

if (isMain(import.meta.url)) {
  const own = await count([0, 1, 2, 3]);
  const [same = 0] = await count([0, 0, 0, 0]);
  const lostInOwn = 4 * MILLION - own.reduce((sum, cell) => sum + cell);
  console.log(`a cell for each: ${own.join(' ')}, ${lostInOwn} are missing`);
  console.log(`one cell for all: ${same}, ${4 * MILLION - same} are missing`);
  mark('fact', { lostInOwn, lostInSame: 4 * MILLION - same });
}
