// Three naps of different length in a pool of three: in which order are the results?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function nap(tenths) {
  await sleep(tenths * 100);
  return tenths;
}

if (isMain(import.meta.url)) {
  const pool = new Pool(import.meta.url, { workers: 3 });
  await pool.ready();
  const how = process.argv[2];
  const results = [];
  if (how === 'map') results.push(...(await pool.map(nap, [3, 1, 2])));
  else if (how === 'imap') for await (const result of pool.imap(nap, [3, 1, 2])) results.push(result);
  else for await (const result of pool.imapUnordered(nap, [3, 1, 2])) results.push(result);
  await pool.close();
  console.log(`results: ${JSON.stringify(results)}`);
}
