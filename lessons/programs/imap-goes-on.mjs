// One of eight tasks throws an error. How many results does map give, and how many does imap?
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export function half(n) {
  if (n === 3) throw new RangeError('three is odd');
  return n / 2;
}

if (isMain(import.meta.url)) {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  const pool = new Pool(import.meta.url, { workers: 2 });
  const results = [];
  if (process.argv[2] === 'map') {
    await pool.map(half, items).then((all) => results.push(...all), () => console.log('map throws it'));
  } else {
    const iterator = pool.imap(half, items);
    for (const _ of items) {
      await iterator.next().then(({ value }) => results.push(value), () => console.log('imap throws it, and goes on'));
    }
  }
  await pool.close();
  console.log(`results: ${results.length}`);
}
