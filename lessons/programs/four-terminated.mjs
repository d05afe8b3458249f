// Four children print a number each, and have more to do. Then they are terminated. Whose lines get out?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function show(number, printed) {
  console.log(number);
  await printed.put(number);
  await sleep(60_000); // more to do
}

if (isMain(import.meta.url)) {
  const printed = new Queue();
  const children = [10, 20, 30, 40].map((number) => new Process(import.meta.url, show, [number, printed]).start());
  for (const _ of children) await printed.get(); // by now all have printed
  for (const child of children) child.terminate();
  for (const child of children) await child.join();
  console.log('the end');
}
