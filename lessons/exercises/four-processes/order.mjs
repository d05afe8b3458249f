// Four processes work for different times, and print their number when they are done.
// Change it: the output is 1, 2, 3, 4 in every run, and they still work at the same time.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function work(number) {
  await sleep((5 - number) * 600);
  console.log(number); // who should print, so that the order is certain?
}

if (isMain(import.meta.url)) {
  const children = [1, 2, 3, 4].map((number) => new Process(import.meta.url, work, [number]));
  for (const child of children) child.start();
  for (const child of children) await child.join();
}
