// A pool of workers shares the tasks: no process is started for a task, and the results keep the order of the items.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Pool } from 'mp-tutor/multiprocessing';

interface Options {
  delay: number;
  seed: number;
  kill: number;
}

/** A task: adds n up n times, again and again, which is some 30 ms of real work; then pauses, so that you can watch. */
export async function square(n: number, { delay, seed, kill }: Options): Promise<number> {
  let sum = 0;
  for (let round = 0; round < 3e7 / n; round++) {
    sum = 0;
    for (let i = 0; i < n; i++) {
      sum += n;
    }
  }
  if (delay > 0) {
    // Between half and one and a half of the delay: which task takes long depends on the seed.
    await sleep(delay * (0.5 + (Math.imul(n + seed, 2654435761) >>> 0) / 2 ** 32));
  }
  if (n === kill) {
    process.kill(process.pid, 'SIGKILL');
  }
  return sum;
}

if (isMain(import.meta.url)) {
  const { workers = 3, items = 9, delay = 1200, seed = 1, kill = 0 } = JSON.parse(process.argv[2] ?? '{}');
  const numbers = Array.from({ length: items }, (_, index) => index + 1);

  const pool = new Pool(import.meta.url, { workers, args: [{ delay, seed, kill }] });
  await pool.ready();

  const began = performance.now();
  try {
    const results = await pool.map(square, numbers);
    console.log(`the results, in the order of the items: ${results.join(' ')}`);
    mark('fact', { results });
  } catch (error) {
    console.log(`map failed: ${String(error)}`);
    mark('fact', { mapError: String(error) });
  }
  mark('fact', { mapMs: Math.round(performance.now() - began) });
  await pool.close();
}
