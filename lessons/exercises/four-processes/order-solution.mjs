// The tasks return their numbers. map puts them in order, and the parent prints them.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function work(number) {
  await sleep((5 - number) * 600);
  return number;
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 4 });
  for (const number of await pool.map(work, [1, 2, 3, 4], { chunkSize: 1 })) console.log(number);
  await pool.close();
}
