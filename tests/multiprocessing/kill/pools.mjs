// Workers of a pool are killed while it maps; every result must come, and be right.
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'mp-tutor/multiprocessing';
import { settles } from './killing.mjs';

const WORKERS = 4;
const ITEMS = 300;
const STEPS = 200_000;
const LONGEST_PAUSE_MS = 15;
/** Every so many victims may be workers that have not begun, but never two in a row: a pool gives up after four. */
const UNREADY = 8;

export function sumTo(n) {
  let sum = 0;
  for (let step = 0; step < STEPS; step += 1) {
    sum += step % 2 === 0 ? n : 0;
  }
  return [sum, process.pid];
}

export async function killInPool(kills, random) {
  const pool = new Pool(import.meta.url, { workers: WORKERS, retries: 1000 });
  await pool.ready();
  const items = Array.from({ length: ITEMS }, (_, index) => index);
  const counts = { kills: 0, maps: 0, wrong: 0, failed: 0, wedged: 0 };
  const [pids, atWork] = [new Set(pool.pids), new Set()];
  let mayBeUnready = false;
  while (counts.kills < kills && counts.wedged + counts.failed === 0) {
    const mapping = { isOver: false };
    const done = pool.map(sumTo, items).then(
      (results) => {
        counts.wrong += results.filter(([sum], index) => sum !== (index * STEPS) / 2).length;
        results.forEach(([, pid]) => atWork.add(pid));
      },
      (error) => {
        counts.failed += 1;
        process.emitWarning(error);
      },
    ).finally(() => (mapping.isOver = true));
    while (!mapping.isOver && counts.kills < kills) {
      await sleep(random() * LONGEST_PAUSE_MS);
      const alive = pool.pids;
      alive.forEach((pid) => pids.add(pid));
      const victims = mayBeUnready && random() < 1 / UNREADY ? alive : alive.filter((pid) => atWork.has(pid));
      const victim = victims[Math.floor(random() * victims.length)];
      if (killed(victim)) {
        counts.kills += 1;
        mayBeUnready = atWork.has(victim);
      }
    }
    counts.maps += 1;
    counts.wedged += (await settles(done)) ? 0 : 1;
  }
  pool.pids.forEach((pid) => pids.add(pid));
  counts.wedged += (await settles(pool.close())) ? 0 : 1;
  return { pids: [...pids], counts };
}

/** Whether there was such a process. */
function killed(pid) {
  try {
    return pid !== undefined && process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
