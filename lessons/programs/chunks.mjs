// Four workers, ten items, five to a chunk. Who gets something to do?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function work(item) {
  await sleep(100);
  console.log(`item ${item}: process ${process.pid}`);
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 4 });
  await pool.ready();
  await pool.map(work, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { chunkSize: 5 });
  await pool.close();
}
