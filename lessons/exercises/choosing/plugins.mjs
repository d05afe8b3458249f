// A server calls four plug-ins, and one of them crashes. Let the server and the other three plug-ins live on.
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
  const members = ['1', '2', '3', '4'].map((number) => new Worker(file, { argv: [number] })); // change this
  await Promise.all(members.map((member) => once(member, 'exit')));
  console.log('the server goes on');
}
