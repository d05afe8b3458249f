// What the first `map` of row (a) takes at least in Node: two forks that each get half of the items in one message.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { print, time } from '../repeat.mjs';

const COUNT = 10_000;
/** As in many.mjs. */
const REST_MS = 300;

if (process.send) {
  process.on('message', (items) => process.send(items.map((n) => n * n)));
} else {
  const children = [0, 1].map(() => fork(import.meta.filename));
  const items = Array.from({ length: COUNT }, (_, n) => n);
  const halves = [items.slice(0, COUNT / 2), items.slice(COUNT / 2)];
  await Promise.all(children.map((child) => answer(child, [])));
  await sleep(REST_MS);
  const took = await time(async () => {
    const results = await Promise.all(children.map((child, index) => answer(child, halves[index])));
    return results.flat();
  }, check);
  print((COUNT / took) * 1000);
  children.forEach((child) => child.disconnect());
}

async function answer(child, items) {
  child.send(items);
  return (await once(child, 'message'))[0];
}

function check(results) {
  if (results.length !== COUNT || results.some((result, n) => result !== n * n)) {
    throw new Error('a result is wrong');
  }
}
