import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const workers = [1, 2].map(() => new Worker(new URL(import.meta.url)));
  workers[0].postMessage(7);
  console.log((await once(workers[0], 'message'))[0]);
  await Promise.all(workers.map((worker) => worker.terminate()));
} else {
  parentPort.on('message', (n) => parentPort.postMessage(n * n));
}
