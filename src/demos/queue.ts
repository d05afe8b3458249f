// A producer puts items into a queue, consumers take them out. Each item goes to one consumer, and none knows the end:
// the producer says it, once for each consumer.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Process, Queue } from 'mp-tutor/multiprocessing';

type Items = Queue<number | 'end'>;

export async function produce(queue: Items, items: number, consumers: number, delay: number): Promise<void> {
  for (let item = 1; item <= items; item++) {
    await sleep(delay / 4);
    await queue.put(item); // waits while the queue is full
  }
  for (let each = 0; each < consumers; each++) {
    await queue.put('end');
  }
}

export async function consume(queue: Items, delay: number, seed: number, kill: number): Promise<void> {
  for await (const item of queue) {
    if (item === 'end') {
      break;
    }
    await sleep(delay * (0.5 + (Math.imul(item + seed, 2654435761) >>> 0) / 2 ** 32));
    if (item === kill) {
      process.kill(process.pid, 'SIGKILL');
    }
    console.log(`process ${process.pid} has done item ${item}`);
  }
}

if (isMain(import.meta.url)) {
  const { workers = 2, items = 10, delay = 1000, seed = 1, kill = 0 } = JSON.parse(process.argv[2] ?? '{}');

  const queue: Items = new Queue(4);
  const producer = new Process(import.meta.url, produce, [queue, items, workers, delay], { name: 'producer' });
  const consumers = Array.from(
    { length: workers },
    (_, index) => new Process(import.meta.url, consume, [queue, delay, seed, kill], { name: `consumer ${index + 1}` }),
  );
  for (const child of [producer, ...consumers]) {
    child.start();
  }
  for (const child of consumers) {
    await child.join();
  }
  // If consumers died, nobody makes room any more: let the producer know.
  mark('fact', { leftInQueue: queue.size });
  queue.close();
  await producer.join();
}
