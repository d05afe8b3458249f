// What is done with tracing and without, by this copy of the library: each opens its processes, and does its work once a call.
import { Pool, Process, Queue } from '../../../dist/multiprocessing/index.js';
import { burnLong, putAll, square } from '../growth/tasks.mjs';

const tasks = new URL('../growth/tasks.mjs', import.meta.url).href;
const MESSAGES = 20_000;

export const a = () => mapping(square, 10_000);
/** Of the 64 tasks of row (b), an eighth: what is repeated more often can be told more precisely. */
export const b = () => mapping(burnLong, 8);

/** As row (d), but it is the main process that takes the messages. */
export async function d() {
  const [queue, counts] = [new Queue(), new Queue()];
  const producer = new Process(tasks, putAll, [queue, counts]).start();
  return {
    async once() {
      await counts.put(MESSAGES);
      for (let id = 0; id < MESSAGES; id += 1) {
        const item = await queue.get();
        if (item.id !== id) {
          throw new Error(`got ${item.id} instead of ${id}`);
        }
      }
    },
    async close() {
      counts.close();
      await producer.join();
    },
  };
}

async function mapping(task, count) {
  const items = Array.from({ length: count }, (_, n) => n);
  const pool = new Pool(tasks, { workers: 2 });
  await pool.ready();
  const expected = task(count - 1);
  return {
    async once() {
      const results = await pool.map(task, items);
      if (results.length !== count || results[count - 1] !== expected) {
        throw new Error('a result is wrong');
      }
    },
    close: () => pool.close(),
  };
}
