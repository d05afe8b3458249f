// `node messages.mjs COUNT flowing|waiting`: so many small messages through a queue, in messages per second. They flow from one
// process to another; or all of them wait in the queue before the first is taken.
import { isMain, Process, Queue } from '../../../dist/multiprocessing/index.js';
import { print } from '../repeat.mjs';
import { medianOf } from './median.mjs';
import { putOften } from './tasks.mjs';

const tasks = new URL('./tasks.mjs', import.meta.url).href;
const WARM_UP = 50_000;

/** Takes so many, and returns how long it took from the first to the last, in ms. */
async function take(queue, count) {
  let began;
  for (let next = 0; next < count; next += 1) {
    const n = await queue.get();
    began ??= performance.now();
    if (n !== next) {
      throw new Error(`got ${n} instead of ${next}`);
    }
  }
  return performance.now() - began;
}

async function flow(queue, counts, count) {
  await counts.put(count);
  return take(queue, count);
}

async function wait(queue, count) {
  const began = performance.now();
  for (let n = 0; n < count; n += 1) {
    await queue.put(n);
  }
  await take(queue, count);
  return performance.now() - began;
}

if (isMain(import.meta.url)) {
  const count = Number(process.argv[2]);
  const [queue, counts] = [new Queue(), new Queue()];
  const producer = new Process(tasks, putOften, [queue, counts]).start();
  const measure = process.argv[3] === 'waiting' ? (many) => wait(queue, many) : (many) => flow(queue, counts, many);
  await measure(WARM_UP);
  print((count / (await medianOf(() => measure(count)))) * 1000);
  counts.close();
  await producer.join();
}
