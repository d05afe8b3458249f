// The parent prints before it starts its child, or after that. Which line is the first?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function work() {
  console.log('child');
}

if (isMain(import.meta.url)) {
  const child = new Process(import.meta.url, work, []);
  if (process.argv[2] === 'before') console.log('parent');
  child.start();
  if (process.argv[2] === 'after') {
    await sleep(1500);
    console.log('parent');
  }
  await child.join();
}
