// Two computations and a timer of 10 ms: all on one thread, in two threads, in two processes. Which is quicker, and how
// long does the timer have to wait?
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';
import { isMain, mark, Pool } from 'mp-tutor/multiprocessing';

export function count(steps: number): number {
  let total = 0;
  for (let n = 0; n < steps; n++) total = (total + n) % 1000;
  return total;
}

/** Runs it while a timer beats. @returns milliseconds: how long it took, and the longest time between two beats */
async function measure(run: () => Promise<unknown>): Promise<[ms: number, gap: number]> {
  const began = performance.now();
  let [last, gap] = [began, 0];
  const beat = () => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
  };
  const timer = setInterval(beat, 10);
  await run();
  clearInterval(timer);
  beat();
  return [Math.round(performance.now() - began), Math.round(gap)];
}

if (parentPort) {
  parentPort.on('message', (steps: number) => parentPort?.postMessage(count(steps)));
} else if (isMain(import.meta.url)) {
  const { compute = 600 } = JSON.parse(process.argv[2] ?? '{}');
  count(1e6);
  const [perMillion] = await measure(async () => count(2e7));
  const steps = Math.round((compute / Math.max(perMillion / 20, 0.01)) * 1e6);

  const threads = [new Worker(fileURLToPath(import.meta.url)), new Worker(fileURLToPath(import.meta.url))];
  const pool = new Pool(import.meta.url, { workers: 2 });
  await pool.ready();
  const ways = {
    one: async () => count(steps),
    async: () => Promise.all([steps, steps].map(async (each) => count(each))),
    threads: () => Promise.all(threads.map((thread) => (thread.postMessage(steps), once(thread, 'message')))),
    processes: () => pool.map(count, [steps, steps], { chunkSize: 1 }),
  };
  const ms: { [way: string]: number } = {};
  const gap: { [way: string]: number } = {};
  for (const [way, run] of Object.entries(ways)) {
    [ms[way], gap[way]] = await measure(run);
    console.log(`${way}: ${ms[way]} ms, and ${gap[way]} ms between two beats of the timer`);
  }
  mark('fact', { ms, gap });
  await Promise.all(threads.map((thread) => thread.terminate()));
  await pool.close();
}
