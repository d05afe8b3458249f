// A queue has no end of its own. When the producer is done, it says so to the consumers: by one sentinel for each of them,
// if it counts right.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Process, Queue } from 'mp-tutor/multiprocessing';

type Items = Queue<number | 'end'>;

export async function produce(queue: Items, items: number, sentinels: number, delay: number): Promise<void> {
  for (let item = 1; item <= items; item++) {
    await sleep(delay / 2);
    await queue.put(item);
  }
  for (let each = 0; each < sentinels; each++) {
    await queue.put('end');
  }
}

export async function consume(queue: Items, consumer: number, delay: number, seed: number): Promise<void> {
  for await (const item of queue) {
    if (item === 'end') {
      break;
    }
    await sleep(delay * (0.5 + (Math.imul(item + seed, 2654435761) >>> 0) / 2 ** 32));
  }
  console.log(`consumer ${consumer} stops`);
}

if (isMain(import.meta.url)) {
  const { workers = 2, items = 8, sentinels = 2, delay = 1000, seed = 1 } = JSON.parse(process.argv[2] ?? '{}');

  const queue: Items = new Queue();
  const producer = new Process(import.meta.url, produce, [queue, items, sentinels, delay], { name: 'producer' });
  const consumers = Array.from(
    { length: workers },
    (_, index) => new Process(import.meta.url, consume, [queue, index + 1, delay, seed], { name: `consumer ${index + 1}` }),
  );
  for (const child of [producer, ...consumers]) {
    child.start();
  }
  await producer.join();
  for (const consumer of consumers) {
    await consumer.join(); // waits for ever for a consumer that got no sentinel
  }
  mark('fact', { leftInQueue: queue.size });
}
