// A part of the work is done alone, before the rest can be shared. How many times as fast do 1, 2, 4 … processes get?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Pool } from 'mp-tutor/multiprocessing';

function compute(steps: number): number {
  let total = 0;
  for (let n = 0; n < steps; n++) {
    total = (total + n) % 1000;
  }
  return total;
}

/** One of the parts of the work, in which so many ms are waited, or so many steps computed. */
export async function share(amount: number, kind: string): Promise<void> {
  await (kind === 'waits' ? sleep(amount) : compute(amount));
}

async function measure(workers: number, alone: number, total: number, kind: string): Promise<number> {
  const pool = new Pool(import.meta.url, { workers, args: [kind] });
  await pool.ready();
  const began = performance.now();
  await share(alone * total, kind);
  await pool.map(share, Array.from({ length: workers }, () => ((1 - alone) * total) / workers), { chunkSize: 1 });
  const took = performance.now() - began;
  await pool.close();
  return took;
}

if (isMain(import.meta.url)) {
  const { workers = 8, alone = 25, kind = 'computes', delay = 1200 } = JSON.parse(process.argv[2] ?? '{}');

  const counts = [1, 2, 4, 8, 16].filter((count) => count < workers).concat(workers);
  // How many steps this machine computes in so many milliseconds.
  const began = performance.now();
  compute(1e7);
  const total = kind === 'waits' ? delay : Math.round((1e7 * delay) / (performance.now() - began));

  const tookMs: number[] = [];
  for (const count of counts) {
    tookMs.push(await measure(count, alone / 100, total, kind));
    console.log(`${count} processes: ${Math.round(tookMs.at(-1) ?? 0)} ms`);
    mark('fact', { counts: counts.slice(0, tookMs.length), tookMs });
  }
}
