// Two eaters and six breads. Do the eaters share "one" queue, or does "each" have a queue of its own?
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function eat(queue) {
  for await (const bread of queue) {
    if (bread === null) break;
    console.log(bread);
  }
}

if (isMain(import.meta.url)) {
  const queue = new Queue();
  const queues = process.argv[2] === 'one' ? [queue, queue] : [queue, new Queue()];
  const eaters = queues.map((each) => new Process(import.meta.url, eat, [each]).start());
  for (const bread of ['rye', 'wheat', 'oat', 'corn', 'rice', 'spelt']) {
    for (const each of new Set(queues)) await each.put(bread);
  }
  for (const each of queues) await each.put(null);
  for (const eater of eaters) await eater.join();
}
