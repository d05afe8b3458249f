// Nine squares, or eight loops that compute: how long do they take in a loop, and with a pool of two that is there?
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function square(n) {
  return n * n;
}

export function count(n) {
  let total = n;
  for (let i = 0; i < 5e5; i++) total = (total + i) % 1000;
  return total;
}

/** The shortest time in ms: what else the machine does can only make it longer. */
async function bestOf(rounds, run) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

if (isMain(import.meta.url)) {
  const [task, items] = process.argv[2] === 'squares' ? [square, [1, 2, 3, 4, 5, 6, 7, 8, 9]] : [count, Array(8).fill(1)];
  const pool = new Pool(import.meta.url, { workers: 2 });
  await pool.ready();
  console.log(`loop: ${await bestOf(30, () => items.map(task))}`);
  console.log(`pool: ${await bestOf(30, () => pool.map(task, items))}`);
  await pool.close();
}
