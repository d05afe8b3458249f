// The task with item 2 kills its worker each time it is tried, or throws an error. What does the caller get?
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function square(n, how) {
  if (n === 2 && how === 'killed') process.kill(process.pid, 'SIGKILL');
  if (n === 2) throw new RangeError('two is bad');
  return n * n;
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 3, args: [process.argv[2]] });
  try {
    await pool.map(square, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  } catch (error) {
    console.log(`error: ${error.name}`);
  }
  await pool.close();
}
