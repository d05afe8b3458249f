// A pool gets a function that has a name, or one without. Can it be sent to the worker?
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function double(n) {
  return 2 * n;
}

if (isMain(import.meta.url)) {
  const task = process.argv[2] === 'named' ? double : (n) => 2 * n;
  const pool = new Pool(import.meta.url, { workers: 1 });
  let refused = false;
  try {
    await pool.map(task, [21]);
  } catch (error) {
    console.log(error.message);
    refused = true;
  }
  console.log(`refused: ${refused}`);
  await pool.close();
}
