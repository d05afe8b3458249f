// Two eaters take six breads, and then as many sentinels as the number behind the file's name says. Who stops?
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function eat(queue, name) {
  for await (const bread of queue) {
    if (bread === null) break;
  }
  console.log(name, 'stops');
}

if (isMain(import.meta.url)) {
  const queue = new Queue();
  const eaters = ['eater 1', 'eater 2'].map((name) => new Process(import.meta.url, eat, [queue, name]).start());
  for (let bread = 0; bread < 6; bread++) await queue.put(bread);
  for (let each = 0; each < Number(process.argv[2]); each++) await queue.put(null);
  for (const eater of eaters) await eater.join();
}
