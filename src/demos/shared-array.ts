// Memory that processes share: nothing is sent or copied, and nothing protects it but what you take.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, mark, Process, SharedArray } from 'mp-tutor/multiprocessing';

type Numbers = SharedArray<'Int32Array'>;
const INCREMENTS = 1_000_000;

type Options = { delay: number; seed: number; kill: number };

/** Squares its share of the cells, where they lie. */
export async function square(cells: Numbers, lock: Lock, step: { first: number; by: number }, options: Options) {
  const { delay, seed, kill } = options;
  for (let index = step.first; index < cells.length; index += step.by) {
    await sleep(delay * (0.5 + (Math.imul(index + seed, 2654435761) >>> 0) / 2 ** 32));
    const { deadHolder } = await lock.acquire();
    if (index + 1 === kill) {
      process.kill(process.pid, 'SIGKILL'); // with the lock in its hand
    }
    cells.array[index] = (index + 1) ** 2;
    mark('cells', { name: 'squares', values: [...cells.array], ...(deadHolder && { deadHolder }) });
    lock.release();
  }
}

/** All processes add to the same three counters: by reading and writing, in one step, and one process at a time. */
export async function count(counters: Numbers, lock: Lock, processes: number) {
  const { array } = counters;
  // They would not race if one came late: each waits, for two seconds at most, until all are here.
  Atomics.add(array, 3, 1);
  for (const began = Date.now(); Atomics.load(array, 3) < processes && Date.now() < began + 2000; );

  for (let i = 0; i < INCREMENTS; i++) {
    array[0] = Number(array[0]) + 1;
  }
  for (let i = 0; i < INCREMENTS; i++) {
    Atomics.add(array, 1, 1);
  }
  for (let batch = 0; batch < 4; batch++) {
    await lock.runExclusive(() => {
      for (let i = 0; i < INCREMENTS / 4; i++) {
        array[2] = Number(array[2]) + 1;
      }
    });
  }
}

if (isMain(import.meta.url)) {
  const { workers = 2, items = 8, delay = 1300, seed = 1, kill = 0 } = JSON.parse(process.argv[2] ?? '{}');
  const lock = new Lock();

  const cells = new SharedArray('Int32Array', items);
  cells.array.forEach((_, index) => (cells.array[index] = index + 1));
  const squarers = Array.from({ length: workers }, (_, first) => {
    const args = [cells, lock, { first, by: workers }, { delay, seed, kill }] as const;
    return new Process(import.meta.url, square, args, { name: `squarer ${first + 1}` }).start();
  });
  for (const child of squarers) {
    await child.join();
  }
  console.log(`squares: ${cells.array.join(' ')}`);

  const counters = new SharedArray('Int32Array', 4);
  const adders = Array.from({ length: workers }, (_, index) =>
    new Process(import.meta.url, count, [counters, lock, workers], { name: `adder ${index + 1}` }).start(),
  );
  for (const child of adders) {
    await child.join();
  }
  const [plain = 0, atomic = 0, locked = 0] = counters.array;
  console.log(`${workers} × ${INCREMENTS} increments: ${plain} with =, ${atomic} with Atomics.add, ${locked} under the lock`);
  const increments = workers * INCREMENTS;
  mark('fact', { squares: [...cells.array], increments, plain, atomic, locked, lostUpdates: increments - plain });
}
