// A producer and the parent put four names into a queue. Nobody tells the consumer that it is over.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function produce(queue) {
  for (const name of ['Ada', 'Alan', 'Grace']) await queue.put(name);
}

export async function consume(queue) {
  for await (const name of queue) {
    if (name === null) break;
    console.log(name);
  }
}

if (isMain(import.meta.url)) {
  const queue = new Queue();
  const producer = new Process(import.meta.url, produce, [queue], { name: 'producer' }).start();
  new Process(import.meta.url, consume, [queue], { name: 'consumer' }).start();
  await queue.put('Edsger');
  await producer.join();
}
