// Six cooks, each 50 ms at a stove. Who wants in takes a token out of a queue, and puts it back. How many are inside at most?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process, Queue, SharedArray } from 'mp-tutor/multiprocessing';

export async function cook(tokens, { array: inside }) {
  const token = await tokens.get();
  const now = Atomics.add(inside, 0, 1) + 1;
  Atomics.store(inside, now, 1); // so many have been inside at once
  await sleep(50);
  Atomics.sub(inside, 0, 1);
  await tokens.put(token);
}

if (isMain(import.meta.url)) {
  const [tokens, inside] = [new Queue(), new SharedArray('Int32Array', 7)];
  const cooks = [1, 2, 3, 4, 5, 6].map(() => new Process(import.meta.url, cook, [tokens, inside]).start());
  for (let n = 0; n < Number(process.argv[2]); n++) await tokens.put('token');
  for (const each of cooks) await each.join();
  console.log(`most: ${inside.array.lastIndexOf(1)}`);
}
