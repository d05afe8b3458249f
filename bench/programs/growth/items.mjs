// `node items.mjs COUNT rate|peak`: so many tasks from an iterator, two workers; items per second, or the program's peak of
// memory in MiB.
import { isMain, Pool } from '../../../dist/multiprocessing/index.js';
import { print, time } from '../repeat.mjs';
import { medianOf } from './median.mjs';
import { square } from './tasks.mjs';

const WARM_UP = 10_000;

function* upTo(count) {
  for (let n = 0; n < count; n += 1) {
    yield n;
  }
}

async function take(pool, count) {
  let n = 0;
  for await (const squared of pool.imap(square, upTo(count))) {
    if (squared !== n * n) {
      throw new Error(`result ${n} is ${squared}`);
    }
    n += 1;
  }
  if (n !== count) {
    throw new Error(`${n} results of ${count}`);
  }
}

if (isMain(import.meta.url)) {
  const [count, what] = [Number(process.argv[2]), process.argv[3]];
  const pool = new Pool(new URL('./tasks.mjs', import.meta.url).href, { workers: 2 });
  await pool.ready();
  await take(pool, WARM_UP);
  if (what === 'rate') {
    print((count / (await medianOf(() => time(() => take(pool, count), () => {})))) * 1000);
  } else {
    await take(pool, count);
    print(process.resourceUsage().maxRSS / 1024);
  }
  await pool.close();
}
