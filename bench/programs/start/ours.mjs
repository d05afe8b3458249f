import { isMain, Pool } from '../../../dist/multiprocessing/index.js';

export const square = (n) => n * n;

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 2 });
  console.log(await pool.apply(square, 7));
  await pool.close();
}
