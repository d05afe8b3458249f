// Three processes add to one number: each reads it, waits a little and writes it back, while it holds the lock.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, Process, SharedArray } from 'mp-tutor/multiprocessing';

export async function deposit(account, lock) {
  for (let n = 0; n < 20; n++) {
    await lock.runExclusive(async () => {
      const balance = account.array[0];
      await sleep(1);
      account.array[0] = balance + 1;
    });
  }
}
export async function dieHolding(lock) {
  await lock.acquire();
  process.kill(process.pid, 'SIGKILL');
}

if (isMain(import.meta.url)) {
  const account = new SharedArray('Float64Array', 1);
  const lock = new Lock();
  const clerks = [1, 2, 3].map(() => new Process(import.meta.url, deposit, [account, lock]).start());
  for (const clerk of clerks) {
    await clerk.join();
  }
  console.log('balance', account.array[0]);

  // Whoever acquires the lock after a holder that died is told so: what it protects may be half changed.
  const dead = new Process(import.meta.url, dieHolding, [lock]).start();
  await dead.join();
  const { deadHolder } = await lock.acquire({ timeout: 5000 });
  console.log('taken over from a dead process:', deadHolder === dead.pid);
  lock.release();
}
