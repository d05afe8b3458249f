// A fast baker, a slow eater, and a queue with room for as many breads as the number behind the file's name says.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function bake(queue) {
  const began = performance.now();
  for (let bread = 0; bread < 30; bread++) await queue.put(bread);
  console.log(`bakerMs: ${Math.round(performance.now() - began)}`);
  await queue.put(null);
}

export async function eat(queue) {
  let eaten = 0;
  for await (const bread of queue) {
    if (bread === null) break;
    await sleep(10);
    eaten++;
  }
  console.log(`eaten: ${eaten}`);
}

if (isMain(import.meta.url)) {
  const queue = new Queue(Number(process.argv[2]) || Infinity); // 0: no limit
  const baker = new Process(import.meta.url, bake, [queue]).start();
  const eater = new Process(import.meta.url, eat, [queue]).start();
  await baker.join();
  await eater.join();
}
