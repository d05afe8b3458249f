// A Worker throws an error that nobody catches, and nobody listens to its 'error' event.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';

if (isMainThread) {
  const { threadId } = new Worker(fileURLToPath(import.meta.url));
  console.log(`main: worker ${threadId} has been started`);
  await sleep(2000);
  console.log('main: I go on');
} else {
  console.log('worker: an error follows');
  throw new Error('nobody catches this');
}
