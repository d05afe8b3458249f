// How long does it take to start a Worker, or a child process of Node, which does nothing? The best of four.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);

if (isMainThread && process.argv[2] !== 'nothing') {
  const times = [];
  for (let round = 0; round < 4; round++) {
    const began = performance.now();
    await once(process.argv[2] === 'thread' ? new Worker(file) : fork(file, ['nothing']), 'exit');
    times.push(performance.now() - began);
  }
  console.log(`ms: ${Math.min(...times).toFixed(1)}`);
}
