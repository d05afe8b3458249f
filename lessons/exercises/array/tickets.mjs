// Three sellers sell 100 tickets. Change `sell` so that none is sold twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, Process, SharedArray } from 'mp-tutor/multiprocessing';

const [LEFT, READY] = [0, 4]; // cells 1 to 3 are what each seller has sold

export async function sell({ array: cells }, lock, me) {
  Atomics.add(cells, READY, 1);
  while (Atomics.load(cells, READY) < 3) await sleep(1); // all three begin together
  while (cells[LEFT] > 0) {
    await sleep(1); // the customer looks for the money
    cells[LEFT] -= 1;
    cells[me] += 1;
  }
}

if (isMain(import.meta.url)) {
  const cells = new SharedArray('Int32Array', 5);
  cells.array[LEFT] = 100;
  const lock = new Lock();
  const sellers = [1, 2, 3].map((me) => new Process(import.meta.url, sell, [cells, lock, me]).start());
  for (const seller of sellers) await seller.join();
  console.log(`left: ${cells.array[LEFT]}`);
  console.log(`sold: [${cells.array.slice(1, 4).join(', ')}]`);
}
