// A child is slow, or quick. The parent waits for it for 0.2 s at most, or long enough. Does the child still run then?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';

export async function work(ms) {
  await sleep(ms);
}

if (isMain(import.meta.url)) {
  const isSlow = process.argv[2] === 'slow';
  const child = new Process(import.meta.url, work, [isSlow ? 30_000 : 0]).start();
  await child.join({ timeout: isSlow ? 200 : 10_000 });
  console.log(`alive: ${child.isAlive}`);
  child.kill();
}
