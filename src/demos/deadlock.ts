// As many locks as processes, in a ring. Each process needs two neighbours of them: its own, and the next one's.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, mark, Process, SharedArray } from 'mp-tutor/multiprocessing';

type Options = { me: number; workers: number; delay: number };
/** For so long at least each holds its first lock, so that the others can take theirs. */
const MEETING_MS = 300;

export async function work({ array }: SharedArray<'Int32Array'>, first: Lock, second: Lock, { me, workers, delay }: Options) {
  Atomics.add(array, 0, 1);
  while (Atomics.load(array, 0) < workers) {
    await sleep(1); // all begin at the same moment
  }
  await first.acquire();
  console.log(`process ${me} has its first lock`);
  await sleep(Math.max(delay, MEETING_MS));
  await second.acquire();
  console.log(`process ${me} has both locks`);
  second.release();
  first.release();
  Atomics.add(array, 1, 1);
}

if (isMain(import.meta.url)) {
  const { workers = 2, delay = 1500, order = 'fixed' } = JSON.parse(process.argv[2] ?? '{}');
  const cells = new SharedArray('Int32Array', 2);
  const locks = Array.from({ length: workers }, () => new Lock());
  const children = locks.map((own, me) => {
    const next = locks[(me + 1) % workers] ?? own;
    // Only the last one's next comes before its own: in the fixed order it begins with that.
    const [first, second] = order === 'fixed' && me === workers - 1 ? [next, own] : [own, next];
    const options = { me: me + 1, workers, delay };
    return new Process(import.meta.url, work, [cells, first, second, options], { name: `worker ${me + 1}` }).start();
  });
  for (const child of children) {
    await child.join();
  }
  mark('fact', { finished: Number(cells.array[1]) });
}
