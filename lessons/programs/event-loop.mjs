// When do a timer and a promise get their turn, if the main thread computes, and if another thread does?
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

function compute(ms) {
  for (const end = Date.now() + ms; Date.now() < end; );
}

if (!isMainThread) {
  compute(1000);
} else {
  setTimeout(() => console.log('timer'), 0);
  void Promise.resolve().then(() => console.log('promise'));
  compute(200);
  console.log('loop');
  await new Promise((resolve) => setTimeout(resolve, 50));

  let beats = 0;
  const interval = setInterval(() => beats++, 100);
  compute(1000);
  console.log(`while the main thread computed for 1 s, a timer of 100 ms was called ${beats} times`);
  beats = 0;
  await once(new Worker(fileURLToPath(import.meta.url)), 'exit');
  console.log(`while a Worker computed for 1 s, it was called ${beats} times`);
  clearInterval(interval);
}
