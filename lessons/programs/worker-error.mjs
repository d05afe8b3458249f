// A Worker throws an error that nobody catches. Somebody listens to its 'error' event, or nobody does.
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(fileURLToPath(import.meta.url));
  if (process.argv[2] === 'listen') worker.on('error', ({ message }) => console.log(`main: it says that ${message}`));
  await new Promise((resolve) => worker.on('exit', resolve));
  console.log('main: I go on');
} else {
  console.log('worker: an error follows');
  throw new Error('nobody catches this');
}
