// The third of eight tasks throws an error. What does map give, and can the pool be used again?
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function half(n) {
  if (n === 3) throw new RangeError('three is odd');
  return [n / 2, process.pid];
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 2 });
  for (const numbers of [[1, 2, 4], [1, 2, 3, 4, 5, 6, 7, 8], [2, 4, 6]]) {
    try {
      const results = await pool.map(half, numbers);
      console.log(`${numbers.join(' ')}: ${results.map(([result, pid]) => `${result} by ${pid}`).join(', ')}`);
    } catch (error) {
      console.log(`${numbers.join(' ')}: map raises ${error.name}, and there are no results`);
    }
  }
  await pool.close();
}
