// Two loops that compute: one after the other, with Promise.all, in two processes. How long do they take together?
import { isMain, Pool } from 'mp-tutor/multiprocessing';

const STEPS = [12e5, 12e5];

export function count(steps) {
  let total = 0;
  for (let n = 0; n < steps; n++) total = (total + n) % 1000;
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
  const how = process.argv[2];
  const pool = how === 'processes' ? new Pool(import.meta.url, { workers: 2 }) : undefined;
  await pool?.ready();
  const ways = {
    loop: async () => STEPS.map(count),
    promises: () => Promise.all(STEPS.map(async (steps) => count(steps))),
    processes: () => pool.map(count, STEPS, { chunkSize: 1 }),
  };
  console.log(`ms: ${(await bestOf(40, ways[how])).toFixed(1)}`);
  await pool?.close();
}
