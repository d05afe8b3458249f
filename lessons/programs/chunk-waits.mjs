// A long task and three short ones, for two workers. Does the second task, a short one, wait for the long one?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function nap(ms) {
  await sleep(ms);
  return performance.timeOrigin + performance.now();
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 2 });
  await pool.ready();
  const ends = await pool.map(nap, [600, 0, 0, 0], { chunkSize: Number(process.argv[2]) });
  await pool.close();
  console.log(`waited: ${ends[1] > ends[0]}`);
}
