// One task kills its worker, each time it is done. Who notices: nobody, everybody, or a pool that tries again and gives up?
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Pool, Process, Queue } from 'mp-tutor/multiprocessing';

export async function square(item: number, kill: number, delay: number): Promise<number> {
  await sleep(delay);
  if (item === kill) {
    process.kill(process.pid, 'SIGKILL'); // as a crash would
  }
  return item * item;
}

export async function work(jobs: Queue<number>, answers: Queue<number>, kill: number, delay: number): Promise<void> {
  for await (const item of jobs) {
    await answers.put(await square(item, kill, delay));
  }
}

/** The parent only counts answers, and looks at no exit. */
async function nobodyNotices(workers: number, numbers: number[], args: readonly [number, number]): Promise<number[]> {
  const [jobs, answers] = [new Queue<number>(), new Queue<number>()];
  Array.from({ length: workers }, (_, index) => new Process(import.meta.url, work, [jobs, answers, ...args], { name: `worker ${index + 1}` }).start());
  for (const item of numbers) {
    await jobs.put(item);
  }
  const results = [];
  while (results.length < numbers.length) {
    results.push(await answers.get()); // the last one never comes
  }
  jobs.close();
  return results;
}

if (isMain(import.meta.url)) {
  const { workers = 2, items = 6, kill = 3, notices = 'everybody', delay = 900 } = JSON.parse(process.argv[2] ?? '{}');
  const numbers = Array.from({ length: items }, (_, index) => index + 1);

  let results: number[] = [];
  const errors = new Set<string>();
  if (notices === 'nobody') {
    results = await nobodyNotices(workers, numbers, [kill, delay]);
  } else {
    const pool = new Pool(import.meta.url, { workers, args: [kill, delay], retries: notices === 'retry' ? 2 : 0 });
    // Asked for together, all are lost with one; asked for one by one, only that one is.
    const asked = notices === 'retry' ? numbers.map((item) => pool.map(square, [item])) : [pool.map(square, numbers, { chunkSize: 1 })];
    for (const outcome of await Promise.allSettled(asked)) {
      if (outcome.status === 'fulfilled') {
        results.push(...outcome.value);
      } else {
        errors.add(outcome.reason instanceof Error ? outcome.reason.name : String(outcome.reason));
      }
    }
    await pool.close();
  }
  console.log(`the parent has ${results.length} of ${items} results`);
  mark('fact', { results: results.length, error: [...errors].join(', ') || 'none' });
}
