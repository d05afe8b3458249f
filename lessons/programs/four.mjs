// Four processes are started in the order 1, 2, 3, 4, and the first ones take longest. What puts their lines in order?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, Process } from 'mp-tutor/multiprocessing';

export async function show(number, how, lock) {
  await sleep((4 - number) * 100);
  if (how === 'lock') await lock.runExclusive(() => console.log(number));
  else console.log(number);
}

if (isMain(import.meta.url)) {
  const how = process.argv[2]; // nothing, lock or join
  const lock = new Lock();
  const children = [1, 2, 3, 4].map((number) => new Process(import.meta.url, show, [number, how, lock]));
  for (const child of children) {
    child.start();
    if (how === 'join') await child.join();
  }
  for (const child of children) await child.join();
}
