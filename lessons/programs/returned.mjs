// A function returns a value, in a process or in a pool. Does it reach the parent?
import { isMain, Pool, Process } from 'mp-tutor/multiprocessing';

export function answer() {
  return 42;
}

if (isMain(import.meta.url)) {
  let result;
  if (process.argv[2] === 'pool') {
    const pool = new Pool(import.meta.url, { workers: 1 });
    result = await pool.apply(answer);
    await pool.close();
  } else {
    result = await new Process(import.meta.url, answer, []).start().join();
  }
  console.log(`arrived: ${result === 42}`);
}
