// Two threads count, each in a cell that nobody else touches: side by side, and far from each other.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { isMain, mark } from 'mp-tutor/multiprocessing';

/** A cell has four bytes, and a cache line 64 or 128. */
const FIRST = 64;

function count({ cells, cell, steps }: { cells: Int32Array; cell: number; steps: number }): void {
  for (let step = 0; step < steps; step++) {
    Atomics.add(cells, cell, 1);
  }
}

/** Both count; how long it takes in ms. */
async function turn(pair: readonly Worker[]): Promise<number> {
  const began = performance.now();
  const done = pair.map((worker) => once(worker, 'message'));
  pair.forEach((worker) => worker.postMessage('count'));
  await Promise.all(done);
  return performance.now() - began;
}

/** The times of both by turns, so that what else the machine does meets both. */
async function measure(places: readonly number[], steps: number, rounds: number): Promise<number[][]> {
  const cells = new Int32Array(new SharedArrayBuffer(4096));
  const pairs = places.map((apart) => [FIRST, FIRST + apart].map((cell) => new Worker(fileURLToPath(import.meta.url), { workerData: { cells, cell, steps } })));
  await Promise.all(pairs.flat().map((worker) => once(worker, 'online')));
  const times: number[][] = places.map(() => []);
  for (const pair of pairs) {
    await turn(pair); // the first time, they still have to load
  }
  for (let round = 0; round < rounds; round++) {
    for (const [index, pair] of pairs.entries()) {
      times[index]?.push(await turn(pair));
    }
  }
  await Promise.all(pairs.flat().map((worker) => worker.terminate()));
  return times;
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

if (!isMainThread) {
  parentPort?.on('message', () => {
    count(workerData);
    parentPort?.postMessage('done');
  });
} else if (isMain(import.meta.url)) {
  const { bytes = 256, steps = 4_000_000, rounds = 15 } = JSON.parse(process.argv[2] ?? '{}');

  const [near = [], far = []] = await measure([1, Math.floor(bytes / 4)], steps, rounds);
  console.log(`side by side: ${median(near).toFixed(1)} ms`);
  console.log(`${bytes} bytes apart: ${median(far).toFixed(1)} ms`);
  mark('fact', { nearMs: median(near), farMs: median(far) });
}
