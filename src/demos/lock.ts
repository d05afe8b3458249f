// What does a lock cost? Processes add to one number: without a lock, under it each time, and in a variable of their own first.
import { isMain, mark, Process, SharedArray } from 'mp-tutor/multiprocessing';

type Cells = SharedArray<'Int32Array'>;
const [TOTAL, READY, LOCK, SLOWEST_US] = [0, 1, 2, 3];

/** A lock of the simplest kind: a cell that is 0 or 1. To look whether it is 0 and to make it 1 is one step of the processor. */
function acquire(array: Int32Array): void {
  while (Atomics.compareExchange(array, LOCK, 0, 1) !== 0);
}

function release(array: Int32Array): void {
  Atomics.store(array, LOCK, 0);
}

export function add({ array }: Cells, way: string, workers: number, rounds: number): void {
  Atomics.add(array, READY, 1);
  // They would not race if one came late: each waits, for five seconds at most, until all are here.
  for (const until = Date.now() + 5000; Atomics.load(array, READY) < workers && Date.now() < until; );
  const began = performance.now();
  let mine = 0;
  for (let round = 0; round < rounds; round++) {
    if (way === 'lock once') {
      mine += 1;
    } else if (way === 'lock each') {
      acquire(array);
      array[TOTAL] = Number(array[TOTAL]) + 1;
      release(array);
    } else {
      array[TOTAL] = Number(array[TOTAL]) + 1;
    }
  }
  acquire(array);
  array[TOTAL] = Number(array[TOTAL]) + mine;
  const took = performance.now() - began;
  array[SLOWEST_US] = Math.max(Number(array[SLOWEST_US]), Math.round(took * 1000));
  release(array);
  console.log(`${way}: process ${process.pid} took ${took.toFixed(1)} ms`);
}

if (isMain(import.meta.url)) {
  const { workers = 2, rounds = 200_000 } = JSON.parse(process.argv[2] ?? '{}');
  const ways = ['no lock', 'lock each', 'lock once'];
  const tookMs: number[] = [];
  const lost: number[] = [];
  for (const way of ways) {
    const cells = new SharedArray('Int32Array', 4);
    const adders = Array.from({ length: workers }, (_, index) =>
      new Process(import.meta.url, add, [cells, way, workers, rounds], { name: `${way} ${index + 1}` }).start(),
    );
    for (const adder of adders) {
      await adder.join();
    }
    tookMs.push(Number(cells.array[SLOWEST_US]) / 1000);
    lost.push(workers * rounds - Number(cells.array[TOTAL]));
  }
  mark('fact', { ways, tookMs, lost });
}
