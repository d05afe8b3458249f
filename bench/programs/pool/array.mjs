// Row (g): 64 MiB of numbers to a worker, which changes one in each page, and back: `node array.mjs POOL|in-place|first|transfer`; ms.
import { check, tell } from '../clock.mjs';
import { open } from './peers.mjs';
import { PAGE, touchShared } from './tasks.mjs';

const LENGTH = (64 << 20) / 8;
const ROUNDS = 3;

const WAYS = {
  'in-place': () => inPlace(ROUNDS),
  first: () => inPlace(0),
  transfer,
};
const [name] = process.argv.slice(2);
tell(await (WAYS[name] ?? (() => copied(name)))());

/** The worker has the array already, so nothing crosses but the call. @param warm - rounds that are not measured */
async function inPlace(warm) {
  const began = performance.now();
  const { Pool, SharedArray } = await import('../../../dist/multiprocessing/index.js');
  const shared = new SharedArray('Float64Array', LENGTH);
  const pool = new Pool(new URL('tasks.mjs', import.meta.url).href, { workers: 1, args: [shared] });
  const round = () => pool.apply(touchShared, 0);
  const times = warm === 0 ? [await since(began, round)] : await timesOf(warm, round);
  verify(shared.array, times.length + warm);
  await pool.close();
  return median(times);
}

async function copied(peer) {
  const pool = await open(peer, 1);
  let array = new Float64Array(LENGTH);
  const times = await timesOf(1, async () => {
    array = whole(await pool.run('touch', array));
  });
  verify(array, times.length + 1);
  await pool.close();
  return median(times);
}

async function transfer() {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({ filename: new URL('moving.mjs', import.meta.url).href, maxThreads: 1, minThreads: 1, idleTimeout: 60_000 });
  let array = new Float64Array(LENGTH);
  const times = await timesOf(1, async () => {
    array = await pool.run(array, { transferList: [array.buffer] });
  });
  verify(array, times.length + 1);
  await pool.destroy();
  return median(times);
}

async function timesOf(warm, round) {
  for (let done = 0; done < warm; done += 1) {
    await round();
  }
  const times = [];
  for (let done = 0; done < ROUNDS; done += 1) {
    times.push(await since(performance.now(), round));
  }
  return times;
}

async function since(began, round) {
  await round();
  return performance.now() - began;
}

/** What came by JSON is an object with a key for each number. */
function whole(array) {
  return array instanceof Float64Array ? array : Float64Array.from(Object.values(array));
}

function verify(array, rounds) {
  check(array.length, LENGTH, 'length');
  check(array[0] + array[LENGTH - PAGE] + array[1], 2 * rounds, 'what the worker wrote');
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
}
