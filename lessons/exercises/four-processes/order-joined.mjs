// In order, but one after the other: each child is joined before the next is started.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function work(number) {
  await sleep((5 - number) * 600);
  console.log(number);
}

if (isMain(import.meta.url)) {
  for (const number of [1, 2, 3, 4]) {
    const child = new Process(import.meta.url, work, [number]).start();
    await child.join();
  }
}
