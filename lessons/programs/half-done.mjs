// A child prints a line and is terminated. Does the line get out?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function work(printed) {
  console.log('half done');
  await printed.put(true);
  await sleep(60_000);
}

if (isMain(import.meta.url)) {
  const printed = new Queue();
  const child = new Process(import.meta.url, work, [printed]).start();
  await printed.get();
  child.terminate();
  await child.join();
  console.log(child.signal);
}
