// Increments a second on one number that two processes share: `count.mjs atomics|lock INCREMENTS` of each.
import { isMain, Lock, Process, SharedArray } from '../../dist/multiprocessing/index.js';
import { check, now, tell } from './clock.mjs';

const MEMBERS = 2;
const WARM_UP = 20_000;
const [NUMBER, READY] = [0, 16]; // on cache lines of their own

export async function add(numbers, times, lock, way, each, member) {
  await increment(numbers.array, lock, way, WARM_UP);
  Atomics.add(numbers.array, READY, 1);
  while (Atomics.load(numbers.array, READY) < MEMBERS) {
    // Both begin at once, or the first would be alone with the number.
  }
  times.array[2 * member] = now();
  await increment(numbers.array, lock, way, each);
  times.array[2 * member + 1] = now();
}

async function increment(array, lock, way, count) {
  if (way === 'atomics') {
    for (let n = 0; n < count; n += 1) {
      Atomics.add(array, NUMBER, 1);
    }
    return;
  }
  for (let n = 0; n < count; n += 1) {
    await lock.acquire();
    array[NUMBER] += 1;
    lock.release();
  }
}

if (isMain(import.meta.url)) {
  const [way, count] = process.argv.slice(2);
  const each = Number(count);
  const [numbers, times, lock] = [new SharedArray('Int32Array', 32), new SharedArray('Float64Array', 2 * MEMBERS), new Lock()];
  const members = Array.from({ length: MEMBERS }, (_, member) => new Process(import.meta.url, add, [numbers, times, lock, way, each, member]).start());
  await Promise.all(members.map((member) => member.join()));
  check(numbers.array[NUMBER], MEMBERS * (each + WARM_UP), 'increments');
  const [began, ended] = [0, 1].map((column) => Array.from({ length: MEMBERS }, (_, member) => times.array[2 * member + column]));
  tell((MEMBERS * each) / (Math.max(...ended) - Math.min(...began)));
}
