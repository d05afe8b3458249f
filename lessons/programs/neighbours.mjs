// Two threads count, each in a cell of its own; the cells are so many places apart. How long does it take?
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const STEPS = 4e6;

if (isMainThread) {
  const apart = Number(process.argv[2]);
  const cells = new Int32Array(new SharedArrayBuffer(8192));
  const start = (cell) => new Worker(fileURLToPath(import.meta.url), { workerData: { cells, cell } });
  const workers = [start(64), start(64 + apart)];
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const times = [];
  for (let round = 0; round < 9; round++) {
    const began = performance.now();
    for (const worker of workers) {
      worker.postMessage('count');
    }
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    times.push(performance.now() - began);
  }
  console.log(`bytes: ${4 * apart}`);
  console.log(`ms: ${times.toSorted((a, b) => a - b)[4].toFixed(1)}`);
  await Promise.all(workers.map((worker) => worker.terminate()));
} else {
  const { cells, cell } = workerData;
  parentPort.on('message', () => {
    for (let step = 0; step < STEPS; step++) {
      Atomics.add(cells, cell, 1);
    }
    parentPort.postMessage('done');
  });
  parentPort.postMessage('ready');
}
