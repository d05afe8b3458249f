// A buffer is sent to a Worker, which answers: as a clone, transferred, or shared. How long does that take?
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const ROUNDS = 9;

/** The median time in ms from the message to its answer, and how many bytes the sender has afterwards. */
async function send(worker, way, bytes) {
  const times = [];
  let left;
  for (let round = 0; round < ROUNDS; round++) {
    const buffer = way === 'share' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
    new Uint8Array(buffer).fill(1);
    const began = performance.now();
    worker.postMessage(buffer, way === 'transfer' ? [buffer] : []);
    await once(worker, 'message');
    times.push(performance.now() - began);
    left = buffer.byteLength;
  }
  return { ms: times.toSorted((a, b) => a - b)[(ROUNDS - 1) / 2], left };
}

if (isMainThread) {
  const [ways, megabytes] = process.argv.slice(2);
  const worker = new Worker(fileURLToPath(import.meta.url));
  await once(worker, 'message');
  for (const way of ways.split(',')) {
    const { ms, left } = await send(worker, way, Number(megabytes) * 1e6);
    console.log(`${way}: ${ms.toFixed(3)}`);
    console.log(`ms: ${ms.toFixed(3)}`);
    console.log(`left: ${left}`);
  }
  worker.postMessage(null);
} else {
  parentPort.on('message', (buffer) => (buffer === null ? parentPort.close() : parentPort.postMessage(buffer.byteLength)));
  parentPort.postMessage('ready');
}
