// What two processes of Node cost at least: `node forks.mjs first|both` tells when the first has, or both have, run an empty file.
import { fork } from 'node:child_process';
import { once } from 'node:events';

const empty = new URL('./empty.cjs', import.meta.url);
const ends = [fork(empty), fork(empty)].map((child) => once(child, 'exit'));
await (process.argv[2] === 'first' ? Promise.race(ends) : Promise.all(ends));
console.log(49);
