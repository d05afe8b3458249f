// Memory that is made to be shared, or a plain array: what does the parent see of what a process wrote into it?
import { isMain, Process, SharedArray } from 'mp-tutor/multiprocessing';

export function write(numbers) {
  const cells = numbers.array ?? numbers;
  cells[0] = 2;
}

if (isMain(import.meta.url)) {
  const numbers = process.argv[2] === 'list' ? [0] : new SharedArray('Int32Array', 1);
  await new Process(import.meta.url, write, [numbers]).start().join();
  console.log(`array: ${(numbers.array ?? numbers)[0]}`);
}
