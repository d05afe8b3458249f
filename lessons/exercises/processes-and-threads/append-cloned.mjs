// The Worker gets a copy: without a SharedArrayBuffer below it, workerData is cloned.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const numbers = workerData ?? new Int32Array(2);

function add() {
  numbers[1] = 2;
  console.log(`changed by another thread of the same process: ${isMainThread ? 'no' : 'yes'}`);
}

if (process.argv[2] === 'add') {
  add();
} else {
  numbers[0] = 1;
  await once(new Worker(file, { argv: ['add'], workerData: numbers }), 'exit');
  console.log('main thread sees', ...numbers);
}
