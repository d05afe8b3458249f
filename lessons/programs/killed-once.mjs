// A task kills its worker when it is done for the first time. The pool tries again twice, or not at all.
import { isMain, Pool, SharedArray } from 'mp-tutor/multiprocessing';

export function square(n, { array: tries }) {
  if (n === 2 && Atomics.add(tries, 0, 1) === 0) process.kill(process.pid, 'SIGKILL');
  return n * n;
}

if (isMain(import.meta.url)) {
  const tries = new SharedArray('Int32Array', 1);
  const pool = new Pool(import.meta.url, { workers: 2, args: [tries], retries: process.argv[2] === 'again' ? 2 : 0 });
  try {
    console.log(`results: ${JSON.stringify(await pool.map(square, [1, 2, 3, 4]))}`);
  } catch (error) {
    console.log(`results: none, it was a ${error.name}`);
  }
  await pool.close();
}
