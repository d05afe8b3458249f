// A server runs four plug-ins, each in a process of its own. One of them crashes, and takes nobody along.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);

async function plugin(number) {
  if (number === 2) process.kill(process.pid, 'SIGSEGV'); // as a native library would end
  await sleep(300);
  console.log(`plug-in ${number} is done`);
}

if (process.argv[2]) {
  await plugin(Number(process.argv[2]));
} else {
  const members = ['1', '2', '3', '4'].map((number) => fork(file, [number]));
  await Promise.all(members.map((member) => once(member, 'exit')));
  console.log('the server goes on');
}
