import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function nap(ms) {
  await sleep(ms);
  return Date.now();
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 2 });
  await pool.ready();
  const ends = await pool.map(nap, [1000, 100, 100, 100], { chunkSize: 4 });
  await pool.close();
  console.log('tasks:', ends.length);
  console.log('waited:', ends.filter((end) => end > ends[0]).length);
}
