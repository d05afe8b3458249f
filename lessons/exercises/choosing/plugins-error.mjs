// A near miss: 'error' tells of errors of JavaScript. A crash ends the process, with all its threads.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);

async function plugin(number) {
  if (number === 2) process.kill(process.pid, 'SIGSEGV'); // as a native library would end
  await sleep(300);
  console.log(`plug-in ${number} is done`);
}

if (process.argv[2]) {
  await plugin(Number(process.argv[2]));
} else {
  const members = ['1', '2', '3', '4'].map((number) => new Worker(file, { argv: [number] }).on('error', () => {}));
  await Promise.all(members.map((member) => once(member, 'exit')));
  console.log('the server goes on');
}
