// Twenty waits of 0.05 s: one by one, or all at once.
import { setTimeout as sleep } from 'node:timers/promises';

const waits = Array(20).fill(50);
const began = performance.now();
if (process.argv[2] === 'one-by-one') {
  for (const ms of waits) await sleep(ms);
} else {
  await Promise.all(waits.map((ms) => sleep(ms)));
}
console.log(`seconds: ${((performance.now() - began) / 1000).toFixed(3)}`);
