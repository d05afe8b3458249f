// More want in than there are places. Who wants in takes a token out of a queue, and puts it back: a queue of n tokens is a
// semaphore with n places.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Process, Queue, SharedArray } from 'mp-tutor/multiprocessing';

type Options = { workers: number; delay: number };
const [INSIDE, READY] = [0, 1];

export async function work(places: Queue<string>, { array }: SharedArray<'Int32Array'>, me: number, { workers, delay }: Options) {
  Atomics.add(array, READY, 1);
  while (Atomics.load(array, READY) < workers) {
    await sleep(1); // all want in at the same moment
  }
  const token = await places.get();
  const inside = Atomics.add(array, INSIDE, 1) + 1;
  array[READY + inside] = 1; // so many have been inside at once
  mark('cells', { name: 'inside', values: [inside] });
  await sleep(delay);
  mark('cells', { name: 'inside', values: [Atomics.sub(array, INSIDE, 1) - 1] });
  await places.put(token);
  console.log(`process ${me} was inside`);
}

if (isMain(import.meta.url)) {
  const { workers = 6, places: count = 2, delay = 1500 } = JSON.parse(process.argv[2] ?? '{}');
  const [places, cells] = [new Queue<string>(), new SharedArray('Int32Array', 2 + workers)];
  for (let place = 1; place <= count; place++) {
    await places.put(`place ${place}`);
  }
  const children = Array.from({ length: workers }, (_, index) =>
    new Process(import.meta.url, work, [places, cells, index + 1, { workers, delay }], { name: `worker ${index + 1}` }).start(),
  );
  for (const child of children) {
    await child.join();
  }
  mark('fact', { mostInside: cells.array.lastIndexOf(1) - READY });
}
