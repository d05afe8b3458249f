// The first eater is killed while it waits in get(). Does the second get the bread?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function eat(queue, here) {
  await here.put('here');
  console.log('eaten:', await queue.get());
}

if (isMain(import.meta.url)) {
  const [queue, here] = [new Queue(), new Queue()];
  const first = new Process(import.meta.url, eat, [queue, here]).start();
  await here.get();
  await sleep(300); // by now it waits
  first.kill();
  await first.join();
  const second = new Process(import.meta.url, eat, [queue, here]).start();
  await queue.put('rye');
  await second.join();
}
