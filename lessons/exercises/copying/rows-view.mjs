import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(fileURLToPath(import.meta.url));
  await once(worker, 'message');
  const row = new Int32Array(new SharedArrayBuffer(12));
  for (let n = 1; n <= 4; n++) {
    row.fill(n);
    worker.postMessage(new Int32Array(row.buffer));
  }
  worker.postMessage(null);
} else {
  parentPort.on('message', (row) => (row ? console.log('row', JSON.stringify([...row])) : parentPort.close()));
  parentPort.postMessage('ready');
}
