// Row (a): 10,000 × square(n) by two workers. `node many.mjs POOL HOW [IN FLIGHT]` prints tasks per second.
import { setTimeout as sleep } from 'node:timers/promises';
import { BRIEF, medianTime, print, time } from '../repeat.mjs';
import { open } from './peers.mjs';

const COUNT = 10_000;
/** Of tasks that are waited for one after the other. */
const FEW = 2000;
/** Into how many messages a caller might cut the tasks; the best of them is measured. */
const CUTS = [2, 4, 8, 20];
/** For workers to come to rest after their start. */
const REST_MS = 300;

const [name, how, inFlight] = process.argv.slice(2);
const pool = await open(name, 2, Number(inFlight ?? 1));
const items = Array.from({ length: COUNT }, (_, n) => n);

const WAYS = {
  map: () => perSecond(COUNT, () => pool.map('square', items)),
  async 'first map'() {
    await sleep(REST_MS);
    return (COUNT / (await time(() => pool.map('square', items), check(COUNT)))) * 1000;
  },
  async chunks() {
    const rates = new Map();
    for (const cut of CUTS) {
      rates.set(await perSecond(COUNT, () => inChunks(COUNT / cut), BRIEF), cut);
    }
    const best = rates.get(Math.max(...rates.keys()));
    return perSecond(COUNT, () => inChunks(COUNT / best));
  },
  together: () => perSecond(COUNT, () => Promise.all(items.map((item) => pool.run('square', item)))),
  'in turn': () =>
    perSecond(FEW, async () => {
      const results = [];
      for (const item of items.slice(0, FEW)) {
        results.push(await pool.run('square', item));
      }
      return results;
    }),
};
print(await WAYS[how]());
await pool.close();

async function perSecond(count, doIt, limits) {
  return (count / (await medianTime(doIt, check(count), limits))) * 1000;
}

async function inChunks(size) {
  const parts = [];
  for (let index = 0; index < COUNT; index += size) {
    parts.push(pool.run('squares', items.slice(index, index + size)));
  }
  return (await Promise.all(parts)).flat();
}

function check(count) {
  return (results) => {
    const wrong = results.findIndex((result, n) => result !== n * n);
    if (wrong !== -1 || results.length !== count) {
      throw new Error(`result ${wrong} of ${results.length} is ${results[wrong]}`);
    }
  };
}
