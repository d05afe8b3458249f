// The children are ended by force, and what they had not put is lost.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function compute(queue, number) {
  await queue.put(number); // waits while the queue is full
}

if (isMain(import.meta.url)) {
  const queue = new Queue(1);
  const children = [1, 2, 3].map((number) => new Process(import.meta.url, compute, [queue, number]).start());
  for (const child of children) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.terminate();
    await child.join();
  }
  const results = [];
  while (queue.size > 0) results.push(await queue.get());
  console.log('results:', results.length);
}
