// The first answer of two forks of a module: `answering-forks.mjs bare`, or `… library`, where all three load our library, as they do for a Pool.
import { fork } from 'node:child_process';
import { once } from 'node:events';

if (process.argv[2] === 'library') {
  await import('../../../dist/multiprocessing/index.js');
}
if (process.send) {
  process.once('message', (n) => process.send(n * n, () => process.exit()));
} else {
  const children = [0, 1].map(() => fork(import.meta.filename, process.argv.slice(2)));
  children.forEach((child) => child.send(7));
  console.log((await Promise.race(children.map((child) => once(child, 'message'))))[0]);
  await Promise.all(children.map((child) => once(child, 'exit')));
}
