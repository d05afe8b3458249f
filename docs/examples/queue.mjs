// One process puts, two take. Each item goes to one of the two; close() says that no more will come.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function produce(queue, count) {
  for (let n = 1; n <= count; n++) {
    await queue.put(n); // waits while 100 items wait
  }
  queue.close();
}

export async function consume(queue, sums) {
  let sum = 0;
  for await (const n of queue) {
    sum += n;
  }
  await sums.put(sum);
}

if (isMain(import.meta.url)) {
  const queue = new Queue(100);
  const sums = new Queue();
  new Process(import.meta.url, produce, [queue, 10_000]).start();
  new Process(import.meta.url, consume, [queue, sums]).start();
  new Process(import.meta.url, consume, [queue, sums]).start();
  console.log('sum', (await sums.get()) + (await sums.get()));
}
