// One task throws an error. It is sent back and thrown in the parent; what becomes of the other results depends on how they
// were asked for.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Pool } from 'mp-tutor/multiprocessing';

export async function half(item: number, bad: number, delay: number): Promise<number> {
  await sleep(delay);
  if (item === bad) {
    throw new RangeError(`item ${item} is bad`);
  }
  return item / 2;
}

export async function halfOrNothing(item: number, bad: number, delay: number): Promise<number | null> {
  return half(item, bad, delay).catch(() => null);
}

async function oneByOne(iterator: AsyncIterator<number>, items: number, results: number[]): Promise<void> {
  for (let turn = 0; turn < items; turn++) {
    await iterator.next().then(({ value }) => results.push(value), (error: Error) => console.log(`one task failed: ${error.message}`));
  }
}

if (isMain(import.meta.url)) {
  const { workers = 2, items = 8, bad = 3, way = 'map', delay = 1500 } = JSON.parse(process.argv[2] ?? '{}');

  const pool = new Pool(import.meta.url, { workers, args: [bad, delay] });
  const before = pool.pids.join();
  const numbers = Array.from({ length: items }, (_, index) => index + 1);
  const results: number[] = [];
  let error = 'none';
  try {
    if (way === 'imap') {
      await oneByOne(pool.imap(half, numbers), items, results);
    } else if (way === 'inside') {
      results.push(...(await pool.map(halfOrNothing, numbers)).filter((result) => result !== null));
    } else {
      results.push(...(await pool.map(half, numbers)));
    }
  } catch (caught) {
    error = caught instanceof Error ? caught.name : String(caught);
    console.log(`thrown in the parent: ${caught instanceof Error ? caught.message : error}`);
  }
  console.log(`the parent has ${results.length} of ${items} results`);
  mark('fact', { results: results.length, error, sameWorkers: pool.pids.join() === before });
  await pool.close();
}
