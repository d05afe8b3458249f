// Four processes for each core share work that computes, or waits. How many times as fast are they as one process?
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

const cores = availableParallelism();
const parts = 4 * cores;

export function compute() {
  let total = 0;
  for (let n = 0; n < 1e7; n++) {
    total = (total + n) % 1000;
  }
  return total;
}

export async function wait() {
  await sleep(50);
}

async function timeOf(workers, task) {
  const pool = new Pool(import.meta.url, { workers });
  await pool.ready();
  const began = performance.now();
  await pool.map(task, Array.from({ length: parts }), { chunkSize: 1 });
  const ms = performance.now() - began;
  await pool.close();
  return ms;
}

if (isMain(import.meta.url)) {
  const task = process.argv[2] === 'waits' ? wait : compute;
  const [one, all] = [await timeOf(1, task), await timeOf(parts, task)];
  console.log(`cores: ${cores}`);
  console.log(`processes: ${parts}`);
  console.log(`speedup: ${(one / all).toFixed(2)}`);
}
