// Four processes add to an array without a lock: each to its "own" cell, or all to the "same" one.
import { isMain, Process, SharedArray } from 'mp-tutor/multiprocessing';

const MILLION = 1_000_000;

export function add({ array: cells }, index) {
  // They would not race if one came late: each waits, for two seconds at most, until all are here.
  Atomics.add(cells, 4, 1);
  for (const end = Date.now() + 2000; Atomics.load(cells, 4) < 4 && Date.now() < end; );
  for (let round = 0; round < 5 * MILLION; round++) cells[index] += 1;
}

if (isMain(import.meta.url)) {
  const cells = new SharedArray('Int32Array', 5);
  const indices = process.argv[2] === 'own' ? [0, 1, 2, 3] : [0, 0, 0, 0];
  const children = indices.map((index) => new Process(import.meta.url, add, [cells, index]).start());
  for (const child of children) await child.join();
  const total = cells.array.slice(0, 4).reduce((sum, cell) => sum + cell);
  console.log(`lost: ${20 * MILLION - total}`);
}
