// Three children wait and print their number. They are joined "one-by-one", or started "together" and then joined.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function show(number) {
  await sleep(number * 100);
  console.log(number);
}

if (isMain(import.meta.url)) {
  const children = [3, 1, 2].map((number) => new Process(import.meta.url, show, [number]));
  for (const child of children) {
    child.start();
    if (process.argv[2] === 'one-by-one') await child.join();
  }
  for (const child of children) await child.join();
  console.log('done');
}
