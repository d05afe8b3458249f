// Seven processes square one cell each, of a "shared" array or of a "plain" one.
import { isMain, Process, SharedArray } from 'mp-tutor/multiprocessing';

export function square(cells, index) {
  const array = cells.array ?? cells;
  array[index] = array[index] ** 2;
}

if (isMain(import.meta.url)) {
  const numbers = [1, 2, 3, 4, 5, 6, 7];
  const shared = new SharedArray('Int32Array', 7);
  shared.array.set(numbers);
  const cells = process.argv[2] === 'shared' ? shared : numbers;
  const children = numbers.map((_, index) => new Process(import.meta.url, square, [cells, index]).start());
  for (const child of children) await child.join();
  console.log(...(cells.array ?? cells));
}
