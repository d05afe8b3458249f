// A buffer is sent to a Worker, which answers: copied, given away, or shared. How long does it take, and who has it then?
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { isMain, mark } from 'mp-tutor/multiprocessing';

const WAYS = ['clone', 'transfer', 'share'];

/** The time in ms from the message to its answer, and how many bytes the sender has afterwards. */
async function send(worker: Worker, way: string, bytes: number): Promise<{ ms: number; left: number }> {
  const buffer = way === 'share' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  new Uint8Array(buffer).fill(1); // so that it is really there
  const answer = once(worker, 'message');
  const began = performance.now();
  worker.postMessage(buffer, buffer instanceof ArrayBuffer && way === 'transfer' ? [buffer] : []);
  await answer;
  return { ms: performance.now() - began, left: buffer.byteLength };
}

if (!isMainThread) {
  parentPort?.on('message', (buffer: ArrayBuffer | SharedArrayBuffer) => parentPort?.postMessage(buffer.byteLength));
} else if (isMain(import.meta.url)) {
  const { megabytes = 32, rounds = 15 } = JSON.parse(process.argv[2] ?? '{}');

  const worker = new Worker(fileURLToPath(import.meta.url));
  await send(worker, 'clone', 1); // until the worker answers, it is not there
  const tookMs: number[] = [];
  const left: number[] = [];
  for (const way of WAYS) {
    const sent = [];
    for (let round = 0; round < rounds; round++) {
      sent.push(await send(worker, way, megabytes * 1e6));
    }
    tookMs.push(sent.map(({ ms }) => ms).toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN);
    left.push(sent.at(-1)?.left ?? 0);
    console.log(`${way}: ${tookMs.at(-1)?.toFixed(2)} ms`);
  }
  mark('fact', { ways: WAYS, tookMs, left });
  await worker.terminate();
}
