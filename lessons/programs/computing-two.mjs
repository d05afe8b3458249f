// Two loops that compute: one after the other, with Promise.all, in two threads, or in two processes.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

const STEPS = 1e6;
const ROUNDS = 40;

export function count(steps) {
  let total = 0;
  for (let n = 0; n < steps; n++) total = (total + n) % 1000;
  return total;
}

/** The shortest time in ms: what else the machine does can only make it longer. */
async function bestOf(run) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

async function inThread(thread) {
  thread.postMessage(STEPS);
  await once(thread, 'message');
}

if (parentPort) {
  parentPort.on('message', (steps) => parentPort.postMessage(count(steps)));
} else if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 2 });
  const threads = [0, 1].map(() => new Worker(fileURLToPath(import.meta.url)));
  await pool.ready();
  const ways = {
    loop: async () => [count(STEPS), count(STEPS)],
    promises: () => Promise.all([STEPS, STEPS].map(async (steps) => count(steps))),
    threads: () => Promise.all(threads.map(inThread)),
    processes: () => pool.map(count, [STEPS, STEPS], { chunkSize: 1 }),
  };
  console.log(`ms: ${(await bestOf(ways[process.argv[2]])).toFixed(1)}`);
  await Promise.all(threads.map((thread) => thread.terminate()));
  await pool.close();
}
