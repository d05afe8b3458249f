import { isMain, Pool } from 'mp-tutor/multiprocessing';

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); // nothing else runs on this thread
}

export function prepare(n) {
  pause(100);
  return 10 * n;
}

export function work(n) {
  pause(100);
  return [n + 1, process.pid];
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 4 });
  await pool.ready();
  const began = performance.now();
  const prepared = [0, 1, 2, 3, 4, 5, 6, 7].map(prepare); // change this: it is done by one alone
  const results = await pool.map(work, prepared, { chunkSize: 1 });
  console.log('speedup:', Math.round(16e3 / (performance.now() - began)) / 10);
  console.log('results:', JSON.stringify(results.map(([result]) => result)));
  console.log('workers:', new Set(results.map(([, pid]) => pid)).size);
  await pool.close();
}
