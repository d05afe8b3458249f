// Two consumers, six items, and one sentinel.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function consume(queue) {
  for await (const item of queue) {
    if (item === null) break;
    console.log(`process ${process.pid}: item ${item}`);
  }
  console.log(`process ${process.pid} stops`);
}

if (isMain(import.meta.url)) {
  const queue = new Queue();
  const names = ['consumer 1', 'consumer 2'];
  const consumers = names.map((name) => new Process(import.meta.url, consume, [queue], { name }).start());
  for (const item of [1, 2, 3, 4, 5, 6, null]) await queue.put(item);
  for (const child of consumers) await child.join();
}
