// Each takes the lock of the lower number first, so no circle can come about.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, Process, SharedArray } from 'mp-tutor/multiprocessing';

export async function move(source, target, { array: accounts }, { array: done }, ...locks) {
  const [first, second] = [Math.min(source, target), Math.max(source, target)];
  Atomics.add(done, 3, 1);
  while (Atomics.load(done, 3) < 3) await sleep(1); // all three begin together
  for (let times = 0; times < 50; times++) {
    await locks[first].acquire();
    await locks[second].acquire();
    const mine = accounts[source];
    await sleep(1);
    accounts[target] += 1;
    accounts[source] = mine - 1;
    locks[second].release();
    locks[first].release();
    done[source] += 1;
  }
}

if (isMain(import.meta.url)) {
  const locks = [new Lock(), new Lock(), new Lock()];
  const accounts = new SharedArray('Int32Array', 3);
  accounts.array.fill(100);
  const done = new SharedArray('Int32Array', 4);
  const circle = [[0, 1], [1, 2], [2, 0]];
  const movers = circle.map((way) => new Process(import.meta.url, move, [...way, accounts, done, ...locks]).start());
  for (const mover of movers) await mover.join();
  console.log(`done: [${done.array.slice(0, 3).join(', ')}]`);
  console.log(`balances: [${accounts.array.join(', ')}]`);
}
