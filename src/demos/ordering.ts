// In each round some processes are started in the same order, and print their number when they have done their work. In
// the last round a pool does the same work: its map puts the results in order, whichever was done first.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Pool, Process } from 'mp-tutor/multiprocessing';

interface Work {
  readonly number: number;
  readonly round: number;
  readonly delay: number;
  readonly seed: number;
}

export async function work({ number, round, delay, seed }: Work): Promise<number> {
  await sleep((1.5 * delay * (Math.imul(7 * round + number + seed, 2654435761) >>> 0)) / 2 ** 32);
  console.log(`round ${round}: process ${number}`);
  return number;
}

if (isMain(import.meta.url)) {
  const { workers = 4, rounds = 3, delay = 1200, seed = 1 } = JSON.parse(process.argv[2] ?? '{}');
  const all = (round: number): Work[] => Array.from({ length: workers }, (_, index) => ({ number: index + 1, round, delay, seed }));

  for (let round = 1; round <= rounds; round++) {
    const children = all(round).map((one) => new Process(import.meta.url, work, [one], { name: `process ${one.number}` }));
    for (const child of children) {
      child.start();
    }
    for (const child of children) {
      await child.join();
    }
  }

  const pool = new Pool(import.meta.url, { workers });
  mark('fact', { mapped: await pool.map(work, all(rounds + 1), { chunkSize: 1 }) });
  await pool.close();
}
