// Four tasks of a pool, of which the first take longest. They "return" their number, or they "print" it.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function show({ number, how }) {
  await sleep((40 - number) * 5);
  if (how === 'print') console.log(number);
  return number;
}

if (isMain(import.meta.url)) {
  const how = process.argv[2];
  const pool = new Pool(import.meta.url, { workers: 4 });
  const tasks = [10, 20, 30, 40].map((number) => ({ number, how }));
  const numbers = await pool.map(show, tasks, { chunkSize: 1 });
  await pool.close();
  if (how === 'return') for (const number of numbers) console.log(number);
}
