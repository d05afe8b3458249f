// A producer that is faster than its consumer. With no limit all items wait in the queue; with one, the producer waits.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Process, Queue } from 'mp-tutor/multiprocessing';

type Items = Queue<number | 'end'>;

export async function produce(queue: Items, items: number, delay: number): Promise<void> {
  const began = performance.now();
  for (let item = 1; item <= items; item++) {
    await sleep(delay / 10);
    await queue.put(item); // waits while the queue is full
  }
  mark('fact', { producerMs: Math.round(performance.now() - began) });
  await queue.put('end');
}

export async function consume(queue: Items, delay: number): Promise<void> {
  const began = performance.now();
  let done = 0;
  for await (const item of queue) {
    if (item === 'end') {
      break;
    }
    await sleep(delay);
    done++;
  }
  mark('fact', { consumerMs: Math.round(performance.now() - began), done });
}

if (isMain(import.meta.url)) {
  const { items = 20, room = 4, delay = 300 } = JSON.parse(process.argv[2] ?? '{}');

  const queue: Items = new Queue(room || Infinity); // 0: no limit
  const producer = new Process(import.meta.url, produce, [queue, items, delay], { name: 'producer' }).start();
  const consumer = new Process(import.meta.url, consume, [queue, delay], { name: 'consumer' }).start();
  await producer.join();
  await consumer.join();
}
