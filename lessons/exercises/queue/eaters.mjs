// Two bakers, one of them slow, and three eaters. The eaters wait for ever.
// Change it: all eight breads are eaten, and everybody ends.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function bake(queue, kind, pause) {
  for (let number = 0; number < 4; number++) {
    await sleep(pause);
    await queue.put(`${kind} ${number}`);
  }
}

export async function eat(queue, name) {
  for await (const bread of queue) {
    if (bread === null) break;
    console.log('ate', bread);
  }
  console.log(name, 'stops');
}

if (isMain(import.meta.url)) {
  const queue = new Queue();
  const bakers = [['rye', 0], ['oat', 300]].map((how) => new Process(import.meta.url, bake, [queue, ...how]));
  const eaters = [1, 2, 3].map((n) => new Process(import.meta.url, eat, [queue, `eater ${n}`]));
  for (const child of [...bakers, ...eaters]) child.start();
  for (const baker of bakers) await baker.join();
  // both bakers are done: what do the eaters need to know?
  for (const eater of eaters) await eater.join();
}
