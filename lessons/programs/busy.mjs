// Four processes for each core compute, or they wait, or one computes alone. What part of a core does each get?
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pool } from 'mp-tutor/multiprocessing';

export async function work(how) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  while (performance.now() < began + 400) {
    if (how === 'wait') await sleep(100);
  }
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000 / (performance.now() - began);
}

if (isMain(import.meta.url)) {
  const how = process.argv[2];
  const cores = cpus().length;
  const number = how === 'alone' ? 1 : 4 * cores;
  const pool = new Pool(import.meta.url, { workers: number });
  await pool.ready();
  const shares = await pool.map(work, Array(number).fill(how), { chunkSize: 1 });
  await pool.close();
  console.log(`cores: ${cores}`);
  console.log(`processes: ${number}`);
  console.log(`share: ${(shares.reduce((sum, share) => sum + share) / number).toFixed(3)}`);
  console.log(`smallest: ${Math.min(...shares).toFixed(3)}`);
}
