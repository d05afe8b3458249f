// A process for each item. Each has a PID and a memory of its own, and they print in whatever order they get to it.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Process } from 'mp-tutor/multiprocessing';

// Every process imports this module anew, so every process has a counter of its own.
let counter = 0;

export async function print(item: number, pause: number, kill: number): Promise<void> {
  counter += item;
  await sleep(pause);
  if (item === kill) {
    process.kill(process.pid, 'SIGKILL');
  }
  console.log(`item ${item}, from process ${process.pid}; the counter here: ${counter}`);
}

if (isMain(import.meta.url)) {
  const { items = 4, delay = 1600, seed = 1, kill = 0 } = JSON.parse(process.argv[2] ?? '{}');

  const processes = Array.from({ length: items }, (_, index) => {
    const item = index + 1;
    // Between one and three times the delay: which process takes long depends on the seed.
    const pause = delay * (1 + 2 * ((Math.imul(item + seed, 2654435761) >>> 0) / 2 ** 32));
    return new Process(import.meta.url, print, [item, pause, kill], { name: `process ${item}` });
  });

  for (const child of processes) {
    child.start();
  }
  for (const child of processes) {
    await child.join();
  }
  const failed = processes.filter((child) => child.exitCode !== 0);
  for (const child of failed) {
    console.log(`${child.name} did not end well: ${child.signal ?? `exit code ${child.exitCode}`}`);
  }
  console.log(`the counter here, in the parent ${process.pid}: ${counter}`);
  mark('fact', { parentCounter: counter });
}
