// A timer that is due, a promise that is settled, and code that runs: which comes first, if the code computes or awaits?
import { setTimeout as sleep } from 'node:timers/promises';

setTimeout(() => console.log('timer'), 0);
void Promise.resolve().then(() => console.log('promise'));

if (process.argv[2] === 'await') {
  await sleep(50);
} else {
  const end = Date.now() + 50;
  while (Date.now() < end);
}
console.log('loop');
