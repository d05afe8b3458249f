// Three processes move money in a circle, and get stuck. Change `move` so that all end, and no coin is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Lock, Process, SharedArray } from 'mp-tutor/multiprocessing';

export async function move(source, target, { array: accounts }, { array: done }, ...locks) {
  Atomics.add(done, 3, 1);
  while (Atomics.load(done, 3) < 3) await sleep(1); // all three begin together
  for (let times = 0; times < 50; times++) {
    await locks[source].runExclusive(async () => { // change from here
      const mine = accounts[source];
      await sleep(1);
      await locks[target].runExclusive(() => {
        accounts[target] += 1;
        accounts[source] = mine - 1;
      });
    });
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
