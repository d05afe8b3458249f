// A list of the module, a list that is handed over, and memory: which does a process, a Worker, or a plain call change?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const [how, kind] = process.argv.slice(2);
const numbers = [1];

function add({ given, memory }) {
  numbers.push(2);
  given.push(2);
  memory[0] = 2;
}

if (!isMainThread) {
  add(workerData);
} else if (how === 'child') {
  process.once('message', add);
} else {
  const given = [1];
  const memory = new Int32Array(kind === 'plain' ? new ArrayBuffer(4) : new SharedArrayBuffer(4));
  if (how === 'thread') {
    await once(new Worker(file, { workerData: { given, memory } }), 'exit');
  } else if (how === 'process') {
    const child = fork(file, ['child']);
    child.send({ given, memory });
    await once(child, 'exit');
  } else {
    add({ given, memory });
  }
  console.log(`numbers: ${JSON.stringify(numbers)}`);
  console.log(`given: ${JSON.stringify(given)}`);
  console.log(`memory: ${memory[0]}`);
}
