// Two processes have work of random length, and then print. "together", or each "joined" before the next is started.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function show(number) {
  await sleep(Math.random() * 100);
  console.log(number);
}

if (isMain(import.meta.url)) {
  const children = [1, 2].map((number) => new Process(import.meta.url, show, [number]));
  for (const child of children) {
    child.start();
    if (process.argv[2] === 'joined') await child.join();
  }
  for (const child of children) await child.join();
}
