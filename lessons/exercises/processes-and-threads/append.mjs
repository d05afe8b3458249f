// A child process changes its own copy of the numbers. Change it: `add` is run by a Worker, in memory that both share.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const numbers = new Int32Array(2); // a SharedArrayBuffer could be below it

function add() {
  numbers[1] = 2;
  console.log(`changed by another thread of the same process: ${isMainThread ? 'no' : 'yes'}`);
}

if (process.argv[2] === 'add') {
  add();
} else {
  numbers[0] = 1;
  await once(fork(file, ['add']), 'exit'); // here
  console.log('main thread sees', ...numbers);
}
