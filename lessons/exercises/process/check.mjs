// Three children work; one fails, and nobody notices. Change the parent: it says who failed, and ends with exit code 1.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function work(number) {
  await sleep(1500);
  if (number === 2) process.exit(3);
}

if (isMain(import.meta.url)) {
  const children = [1, 2, 3].map((number) => new Process(import.meta.url, work, [number]));
  for (const child of children) child.start();
  // what does the parent know of its children when they have ended?
}
