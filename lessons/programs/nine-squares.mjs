// Nine squares in a loop, and with a pool of four that is already there.
import { isMain, mark, Pool } from 'mp-tutor/multiprocessing';

export function square(n) {
  return n * n;
}

/** The shortest of twenty times, in microseconds. */
async function best(run) {
  let shortest = Infinity;
  for (let round = 0; round < 20; round++) {
    const began = performance.now();
    await run();
    shortest = Math.min(shortest, performance.now() - began);
  }
  return shortest * 1000;
}

if (isMain(import.meta.url)) {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const began = performance.now();
  const pool = new Pool(import.meta.url, { workers: 4 });
  await pool.ready();
  const startMs = performance.now() - began;
  const loop = await best(() => numbers.map(square));
  const withPool = await best(() => pool.map(square, numbers));
  await pool.close();
  console.log(`a loop: ${loop.toFixed(1)} µs`);
  console.log(`a pool of four: ${withPool.toFixed(0)} µs, and ${startMs.toFixed(0)} ms to start it`);
  mark('fact', { loopUs: loop, poolUs: withPool });
}
