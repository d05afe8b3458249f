// Tasks that only wait: one after the other, at once on one thread, in threads and in processes. How long does each take?
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { isMain, mark, Process } from 'mp-tutor/multiprocessing';

const file = fileURLToPath(import.meta.url);

export async function wait(delay: number): Promise<void> {
  await sleep(delay);
}

if (!isMainThread) {
  await wait(workerData);
} else if (isMain(import.meta.url)) {
  const { items = 10, delay = 300 } = JSON.parse(process.argv[2] ?? '{}');
  const tasks = Array.from({ length: items }, (_, index) => index + 1);
  const ways = {
    loop: async () => {
      for (const _ of tasks) await wait(delay);
    },
    async: () => Promise.all(tasks.map(() => wait(delay))),
    threads: () => Promise.all(tasks.map(() => once(new Worker(file, { workerData: delay }), 'exit'))),
    processes: () =>
      Promise.all(tasks.map((task) => new Process(import.meta.url, wait, [delay], { name: `waiter ${task}` }).start().join())),
  };

  const ms: { [way: string]: number } = {};
  for (const [way, run] of Object.entries(ways)) {
    const began = performance.now();
    await run();
    ms[way] = Math.round(performance.now() - began);
    console.log(`${way}: ${ms[way]} ms`);
  }
  mark('fact', { ms });
}
