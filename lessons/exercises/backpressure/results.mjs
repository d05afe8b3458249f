// Three children have a result each, and the queue has room for one. The parent waits for them: for ever.
// Change it: all three results arrive, and the program ends. The queue keeps its limit.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function compute(queue, number) {
  await queue.put(number); // waits while the queue is full
}

if (isMain(import.meta.url)) {
  const queue = new Queue(1);
  const children = [1, 2, 3].map((number) => new Process(import.meta.url, compute, [queue, number]).start());
  for (const child of children) await child.join(); // what does each of them wait for?
  const results = [];
  for (const _ of children) results.push(await queue.get());
  console.log('results:', results.length);
}
