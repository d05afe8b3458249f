// A baker and an eater with a queue between them. Who says that it is over? The word behind the file's name decides.
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function bake(queue, who) {
  for (const bread of ['rye', 'wheat', 'oat']) await queue.put(bread);
  if (who === 'baker') await queue.put(null);
  else if (who === 'close') queue.close();
}

export async function eat(queue) {
  for await (const bread of queue) {
    if (bread === null) break;
    console.log('ate', bread);
  }
}

if (isMain(import.meta.url)) {
  const who = process.argv[2]; // nobody, baker, parent, close or no-join
  const queue = new Queue();
  const baker = new Process(import.meta.url, bake, [queue, who]).start();
  const eater = new Process(import.meta.url, eat, [queue]).start();
  await baker.join();
  if (who === 'parent') await queue.put(null);
  if (who !== 'no-join') await eater.join();
}
