// 8 MB of numbers, which no process copies: four tasks write a quarter each, in the same memory.
import { isMain, Pool, SharedArray } from 'mp-tutor/multiprocessing';

export function fill(part, numbers, counter) {
  const { array, length } = numbers;
  const size = length / 4;
  for (let i = part * size; i < (part + 1) * size; i++) {
    array[i] = Math.sqrt(i);
  }
  Atomics.add(counter.array, 0, size);
}

if (isMain(import.meta.url)) {
  const numbers = new SharedArray('Float64Array', 1_000_000);
  const counter = new SharedArray('Int32Array', 1);
  const pool = new Pool(import.meta.url, { args: [numbers, counter] });
  await pool.map(fill, [0, 1, 2, 3]);
  await pool.close();
  console.log(counter.array[0], 'written, the last is', numbers.array[999_999].toFixed(3));
}
