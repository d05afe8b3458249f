// One result is taken out, then all are joined: one child still waits for room.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function compute(queue, number) {
  await queue.put(number); // waits while the queue is full
}

if (isMain(import.meta.url)) {
  const queue = new Queue(1);
  const children = [1, 2, 3].map((number) => new Process(import.meta.url, compute, [queue, number]).start());
  const results = [await queue.get()];
  for (const child of children) await child.join();
  for (const _ of children.slice(1)) results.push(await queue.get());
  console.log('results:', results.length);
}
