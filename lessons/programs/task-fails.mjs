// One of eight tasks throws an error, or all go well. What does the pool do?
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function half(n, how) {
  if (n === 3 && how === 'raises') throw new RangeError('three is odd');
  return n / 2;
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 2, args: [process.argv[2]] });
  const before = pool.pids.join();
  let results = [];
  let failure;
  try {
    results = await pool.map(half, [1, 2, 3, 4, 5, 6, 7, 8]);
  } catch (error) {
    failure = error;
  }
  console.log(`error: ${failure?.name}`);
  console.log(`results: ${results.length}`);
  console.log(`sameWorkers: ${pool.pids.join() === before}`);
  console.log(`usable: ${(await pool.map(half, [2, 4, 6])).join() === '1,2,3'}`);
  await pool.close();
}
