// `node workers.mjs WORKERS WHAT`: what a pool of so many workers costs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMain, Pool } from '../../../dist/multiprocessing/index.js';
import { print } from '../repeat.mjs';
import { medianOf } from './median.mjs';
import { burn, square } from './tasks.mjs';

const tasks = new URL('./tasks.mjs', import.meta.url).href;

/** So many of the results are compared with what they must be; all of them would take as long as the tasks. */
const CHECKED = 4;

const WHAT = {
  /** Milliseconds from nothing to a worker that is ready, for each of them. */
  async start(workers) {
    const began = performance.now();
    const pool = new Pool(tasks, { workers });
    await pool.ready();
    const took = performance.now() - began;
    await pool.close();
    return took / workers;
  },
  /** The same for plain children that only say that they are there. */
  async forks(workers) {
    const began = performance.now();
    const children = Array.from({ length: workers }, () => fork(fileURLToPath(new URL('./child.cjs', import.meta.url))));
    await Promise.all(children.map((child) => once(child, 'message')));
    const took = performance.now() - began;
    children.forEach((child) => child.disconnect());
    await Promise.all(children.map((child) => once(child, 'exit')));
    return took / workers;
  },
  /** Tasks per second: next to nothing each, or half a millisecond or so. */
  short: (workers) => perSecond(workers, square, 100_000),
  long: (workers) => perSecond(workers, burn, 1000),
};

if (isMain(import.meta.url)) {
  const [workers, what] = process.argv.slice(2);
  print(await WHAT[what](Number(workers)));
}

async function perSecond(workers, task, count) {
  const items = Array.from({ length: count }, (_, n) => n);
  const some = items.filter((n) => n % (count / CHECKED) === 0);
  const expected = some.map(task);
  const pool = new Pool(tasks, { workers });
  await pool.ready();
  const median = await medianOf(async () => {
    const began = performance.now();
    const results = await pool.map(task, items);
    const took = performance.now() - began;
    if (results.length !== count || some.some((n, index) => results[n] !== expected[index])) {
      throw new Error('a result is wrong');
    }
    return took;
  });
  await pool.close();
  return (count / median) * 1000;
}
