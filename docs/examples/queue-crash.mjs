// A consumer is killed in the middle of its work. The other one goes on; what the dead one had taken is lost.
import { isMain, Process, Queue, SharedArray } from 'mp-tutor/multiprocessing';

export async function consume(queue, done, bad) {
  for await (const n of queue) {
    if (n === bad) {
      process.kill(process.pid, 'SIGKILL');
    }
    Atomics.add(done.array, 0, 1);
  }
}

if (isMain(import.meta.url)) {
  const queue = new Queue();
  const done = new SharedArray('Int32Array', 1);
  for (let n = 1; n <= 1000; n++) {
    await queue.put(n);
  }
  queue.close();
  const consumers = [1, 2].map(() => new Process(import.meta.url, consume, [queue, done, 500]).start());
  for (const consumer of consumers) {
    await consumer.join();
  }
  console.log('killed:', consumers.filter(({ signal }) => signal === 'SIGKILL').length);
  console.log('done:', done.array[0], 'of 1000');
}
