// What is set under the guard: does a child see it?
import { isMain, Process } from 'mp-tutor/multiprocessing';

let price = 10;

export function show() {
  console.log(`price: ${price}`);
}

if (isMain(import.meta.url)) {
  price = 20;
  await new Process(import.meta.url, show, []).start().join();
}
