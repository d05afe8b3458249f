// Two processes need two locks, and take them in "opposite" order, or in the "same-order".
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, Process } from 'mp-tutor/multiprocessing';

export async function work(first, second) {
  await first.runExclusive(async () => {
    await sleep(500);
    await second.runExclusive(() => console.log('done'));
  });
}

if (isMain(import.meta.url)) {
  const [a, b] = [new Lock(), new Lock()];
  const one = new Process(import.meta.url, work, [a, b]).start();
  const two = new Process(import.meta.url, work, process.argv[2] === 'opposite' ? [b, a] : [a, b]).start();
  await one.join();
  await two.join();
}
