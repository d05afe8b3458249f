// Ten waits of 0.2 s: one after the other, or at once in one process.
import { setTimeout as sleep } from 'node:timers/promises';

const waits = Array(10).fill(200);
const began = performance.now();
if (process.argv[2] === 'loop') {
  for (const ms of waits) await sleep(ms);
} else {
  await Promise.all(waits.map((ms) => sleep(ms)));
}
console.log(`seconds: ${((performance.now() - began) / 1000).toFixed(3)}`);
