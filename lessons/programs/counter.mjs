// Two processes add 1 to the same cell for 0.2 s of CPU time each: by "plain" +=, by "Atomics",
// by "load-store", two of them after each other, or under a "lock".
import { isMain, Lock, Process, SharedArray } from 'mp-tutor/multiprocessing';

export async function add({ array: cells }, lock, way, mine) {
  Atomics.add(cells, 1, 1);
  while (Atomics.load(cells, 1) < 2); // until both are here
  const began = process.cpuUsage();
  while (process.cpuUsage(began).user < 200_000) {
    for (let round = 0; round < 1000; round++) {
      if (way === 'plain') cells[0] += 1;
      else if (way === 'Atomics') Atomics.add(cells, 0, 1);
      else if (way === 'load-store') Atomics.store(cells, 0, Atomics.load(cells, 0) + 1);
      else await lock.runExclusive(() => (cells[0] += 1));
    }
    cells[mine] += 1000;
  }
}

if (isMain(import.meta.url)) {
  const way = process.argv[2];
  const cells = new SharedArray('Int32Array', 4);
  const lock = new Lock();
  const children = [2, 3].map((mine) => new Process(import.meta.url, add, [cells, lock, way, mine]).start());
  for (const child of children) await child.join();
  const [total, , ...counts] = cells.array;
  const additions = counts[0] + counts[1];
  console.log(`additions: ${additions}`);
  console.log(`lost: ${additions - total}`);
}
