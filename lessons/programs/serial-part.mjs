// A part of 1.6 s of waiting must be done alone, the rest is shared by so many processes. How many times as fast is it?
// A third number is the part that is really done alone; the bound is that of the first.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

const TOTAL = 1600;

export async function wait(ms) {
  await sleep(ms);
}

if (isMain(import.meta.url)) {
  const [alone, workers, really = alone] = process.argv.slice(2).map(Number);
  const pool = new Pool(import.meta.url, { workers });
  await pool.ready();
  const began = performance.now();
  await sleep(really * TOTAL);
  await pool.map(wait, Array.from({ length: workers }, () => ((1 - really) * TOTAL) / workers), { chunkSize: 1 });
  console.log(`speedup: ${(TOTAL / (performance.now() - began)).toFixed(1)}`);
  console.log(`bound: ${(1 / (alone + (1 - alone) / workers)).toFixed(1)}`);
  await pool.close();
}
