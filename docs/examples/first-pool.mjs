import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function square(n) {
  return n * n;
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 3 });
  console.log(await pool.map(square, [1, 2, 3]));
  await pool.close();
}
