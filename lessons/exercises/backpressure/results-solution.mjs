// The results are taken out before the children are joined.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function compute(queue, number) {
  await queue.put(number); // waits while the queue is full
}

if (isMain(import.meta.url)) {
  const queue = new Queue(1);
  const children = [1, 2, 3].map((number) => new Process(import.meta.url, compute, [queue, number]).start());
  const results = [];
  for (const _ of children) results.push(await queue.get());
  for (const child of children) await child.join();
  console.log('results:', results.length);
}
