// Three children that print their number: each joined before the next is started, then all started and all joined.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Process } from 'mp-tutor/multiprocessing';

export async function show(number) {
  await sleep(300);
  console.log(number);
}

async function measure(how, run) {
  const began = performance.now();
  await run([3, 1, 2].map((number) => new Process(import.meta.url, show, [number])));
  const ms = Math.round(performance.now() - began);
  console.log(`done, ${how}: ${ms} ms`);
  return ms;
}

if (isMain(import.meta.url)) {
  const oneByOne = await measure('one by one', async (children) => {
    for (const child of children) await child.start().join();
  });
  const together = await measure('together', async (children) => {
    for (const child of children) child.start();
    for (const child of children) await child.join();
  });
  mark('fact', { took: { oneByOne, together } });
}
