// Six downloads. One token loses no byte, but lets one load at a time. Let two load at once, and lose nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, Process, Queue, SharedArray } from 'mp-tutor/multiprocessing';

const [TOTAL, INSIDE, MOST] = [0, 1, 2];

export async function download(number, tokens, lock, { array: cells }) {
  const token = await tokens.get();
  const inside = Atomics.add(cells, INSIDE, 1) + 1;
  if (inside > cells[MOST]) cells[MOST] = inside;
  await sleep(50); // the bytes come
  const before = cells[TOTAL];
  await sleep(60); // the file is written
  cells[TOTAL] = before + number;
  Atomics.sub(cells, INSIDE, 1);
  await tokens.put(token);
}

if (isMain(import.meta.url)) {
  const [tokens, lock, cells] = [new Queue(), new Lock(), new SharedArray('Int32Array', 3)];
  const args = [tokens, lock, cells];
  const loads = [1, 2, 3, 4, 5, 6].map((n) => new Process(import.meta.url, download, [n, ...args]).start());
  await tokens.put('token'); // change this, and in download what must be one step
  for (const load of loads) await load.join();
  console.log(`total: ${cells.array[TOTAL]}`);
  console.log(`most: ${cells.array[MOST]}`);
}
