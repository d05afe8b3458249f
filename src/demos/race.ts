// Processes add 1 to one number that they share. Each reads it, computes, and writes: what comes in between is overwritten.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, mark, Process, SharedArray } from 'mp-tutor/multiprocessing';

type Cells = SharedArray<'Int32Array'>;
type Options = { workers: number; items: number; delay: number; seed: number; guard: string };
const [TOTAL, READY] = [0, 1];

export async function add({ array }: Cells, lock: Lock, me: number, { workers, items, delay, seed, guard }: Options) {
  Atomics.add(array, READY, 1);
  while (Atomics.load(array, READY) < workers) {
    await sleep(1); // they would not race if one came late
  }
  for (let each = 1; each <= items; each++) {
    if (guard === 'whole') {
      await lock.acquire();
    }
    const read = () => Number(array[TOTAL]);
    const before = guard === 'access' ? await lock.runExclusive(read) : read();
    await sleep(delay * (0.5 + (Math.imul(each * 8 + me + seed, 2654435761) >>> 0) / 2 ** 32)); // computes before + 1
    const write = () => {
      array[TOTAL] = before + 1;
    };
    await (guard === 'access' ? lock.runExclusive(write) : write());
    mark('cells', { name: 'total', values: [before + 1] });
    if (guard === 'whole') {
      lock.release();
    }
  }
}

if (isMain(import.meta.url)) {
  const { workers = 2, items = 5, delay = 800, seed = 1, guard = 'access' } = JSON.parse(process.argv[2] ?? '{}');
  const [cells, lock] = [new SharedArray('Int32Array', 2), new Lock()];
  const options = { workers, items, delay, seed, guard };
  const adders = Array.from({ length: workers }, (_, index) =>
    new Process(import.meta.url, add, [cells, lock, index + 1, options], { name: `adder ${index + 1}` }).start(),
  );
  for (const adder of adders) {
    await adder.join();
  }
  const total = Number(cells.array[TOTAL]);
  console.log(`${workers} × ${items} additions: ${total}`);
  mark('fact', { additions: workers * items, total, lostUpdates: workers * items - total });
}
