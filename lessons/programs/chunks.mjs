// Four workers, ten items, so many to a chunk. How many workers get something to do?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function work() {
  await sleep(100);
  return process.pid;
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 4 });
  await pool.ready();
  const pids = await pool.map(work, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { chunkSize: Number(process.argv[2]) });
  await pool.close();
  console.log(`workers: ${new Set(pids).size}`);
}
