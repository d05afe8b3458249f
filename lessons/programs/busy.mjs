// A process that computes for a second alone, then eight of them at the same time: how far does each get?
import { availableParallelism } from 'node:os';
import { isMain, mark, Pool } from 'mp-tutor/multiprocessing';

/** Counts up for a second. @returns how far it got, in millions */
export function compute() {
  let count = 0;
  for (const end = Date.now() + 1000; Date.now() < end; ) for (let i = 0; i < 1e5; i++) count++;
  return count / 1e6;
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 8 });
  await pool.ready();
  const [alone] = await pool.map(compute, [1]);
  const eight = await pool.map(compute, [1, 2, 3, 4, 5, 6, 7, 8], { chunkSize: 1 });
  await pool.close();

  const percent = (count) => Math.round((100 * count) / alone);
  const together = eight.reduce((sum, count) => sum + count);
  console.log(`this machine has ${availableParallelism()} cores`);
  console.log(`one process alone counts to ${Math.round(alone)} million`);
  console.log(`of eight at a time, each gets so far: ${eight.map((count) => `${percent(count)} %`).join(', ')}`);
  const most = `at most ${availableParallelism()} times, if nothing else runs`;
  console.log(`all eight together do ${(together / alone).toFixed(1)} times as much as one; ${most}`);
  mark('fact', { timesAsMuch: together / alone });
}
