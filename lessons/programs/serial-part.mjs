// A part of 1.6 s of waiting must be done alone, the rest is shared by so many processes. How many times as fast is it?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

const TOTAL = 1600;

export async function wait(ms) {
  await sleep(ms);
}

if (isMain(import.meta.url)) {
  const [told, workers, done = told] = process.argv.slice(2).map(Number);
  const pool = new Pool(import.meta.url, { workers });
  await pool.ready();
  const began = performance.now();
  await sleep(done * TOTAL);
  await pool.map(wait, Array.from({ length: workers }, () => ((1 - done) * TOTAL) / workers), { chunkSize: 1 });
  console.log(`speedup: ${(TOTAL / (performance.now() - began)).toFixed(1)}`);
  console.log(`bound: ${(1 / (told + (1 - told) / workers)).toFixed(1)}`);
  await pool.close();
}
