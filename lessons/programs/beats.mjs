// How often is a timer of 20 ms called while the main thread computes for 200 ms, or another thread does?
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

function compute() {
  for (const end = Date.now() + 200; Date.now() < end; );
}

if (!isMainThread) {
  compute();
} else {
  let beats = 0;
  const timer = setInterval(() => beats++, 20);
  if (process.argv[2] === 'main') {
    compute();
  } else {
    await once(new Worker(fileURLToPath(import.meta.url)), 'exit');
  }
  console.log(`beats: ${beats}`);
  clearInterval(timer);
}
