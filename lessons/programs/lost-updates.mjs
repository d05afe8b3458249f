// Two processes add 1 to the same cell, thirty million times each: by reading and writing, then in one step.
import { isMain, mark, Process, SharedArray } from 'mp-tutor/multiprocessing';

const ROUNDS = 30_000_000;

// They would not race if one came late: each waits, for two seconds at most, until both are here.
function meet(cells) {
  const until = Date.now() + 2000;
  Atomics.add(cells, 1, 1);
  while (Atomics.load(cells, 1) < 2 && Date.now() < until);
}

export function add({ array: cells }) {
  meet(cells);
  for (let round = 0; round < ROUNDS; round++) cells[0] += 1;
}

export function addInOneStep({ array: cells }) {
  meet(cells);
  for (let round = 0; round < ROUNDS; round++) Atomics.add(cells, 0, 1);
}

async function countLost(target) {
  const cells = new SharedArray('Int32Array', 2);
  const children = [1, 2].map(() => new Process(import.meta.url, target, [cells]).start());
  for (const child of children) await child.join();
  const lost = 2 * ROUNDS - cells.array[0];
  console.log(`${target.name}: ${cells.array[0]}, so ${lost} of ${2 * ROUNDS} additions are lost`);
  return lost;
}

if (isMain(import.meta.url)) {
  const lostUpdates = await countLost(add);
  const lostInOneStep = await countLost(addInOneStep);
  mark('fact', { lostUpdates, lostInOneStep });
}
