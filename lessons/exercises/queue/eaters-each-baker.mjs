// Each baker puts a sentinel for each eater: when the fast one is done, all eaters stop.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function bake(queue, kind, pause) {
  for (let number = 0; number < 4; number++) {
    await sleep(pause);
    await queue.put(`${kind} ${number}`);
  }
  for (let each = 0; each < 3; each++) await queue.put(null);
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
  for (const eater of eaters) await eater.join();
}
