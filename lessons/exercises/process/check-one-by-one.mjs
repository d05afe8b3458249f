// Each child is joined before the next is started: they run one after the other.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function work(number) {
  await sleep(1500);
  if (number === 2) process.exit(3);
}

if (isMain(import.meta.url)) {
  const children = [1, 2, 3].map((number) => new Process(import.meta.url, work, [number]));
  for (const [index, child] of children.entries()) {
    await child.start().join();
    if (child.exitCode !== 0) {
      console.log(`child ${index + 1} failed with exit code ${child.exitCode}`);
      process.exitCode = 1;
    }
  }
}
