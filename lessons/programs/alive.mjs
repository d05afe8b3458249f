// How many children are there before they are started, when all are started, and when all are joined?
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export async function wait(go) {
  await go.get();
}

if (isMain(import.meta.url)) {
  const oneByOne = process.argv[2] === 'one-by-one';
  const go = new Queue();
  const children = [1, 2, 3].map(() => new Process(import.meta.url, wait, [go]));
  const countAlive = () => children.filter(({ isAlive }) => isAlive).length;
  const alive = [countAlive()];
  for (const child of children) {
    child.start();
    if (oneByOne) {
      await go.put('go');
      await child.join();
    }
  }
  alive.push(countAlive());
  const waiting = oneByOne ? [] : children;
  for (const _ of waiting) await go.put('go');
  for (const child of children) await child.join();
  alive.push(countAlive());
  console.log(`alive: ${JSON.stringify(alive)}`);
}
