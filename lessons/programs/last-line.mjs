// A child and its parent print a line each. The parent joins the child before it prints, or it does not.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function work() {
  await sleep(300);
  console.log('child');
}

if (isMain(import.meta.url)) {
  const child = new Process(import.meta.url, work, []).start();
  if (process.argv[2] === 'join') await child.join();
  console.log('parent');
}
