// Nine tasks for a pool of three, or nine processes. How many PIDs do the work?
import { isMain, Pool, Process, SharedArray } from 'mp-tutor/multiprocessing';

export function report() {
  return process.pid;
}

export function write(pids, n) {
  pids.array[n] = process.pid;
}

const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8];

async function inPool() {
  const pool = new Pool(import.meta.url, { workers: 3 });
  await pool.ready();
  const pids = await pool.map(report, numbers, { chunkSize: 1 });
  await pool.close();
  return pids;
}

async function inProcesses() {
  const pids = new SharedArray('Int32Array', 9);
  const children = numbers.map((n) => new Process(import.meta.url, write, [pids, n]).start());
  for (const child of children) await child.join();
  return pids.array;
}

if (isMain(import.meta.url)) {
  const pids = process.argv[2] === 'pool' ? await inPool() : await inProcesses();
  console.log(`workers: ${new Set(pids).size}`);
}
