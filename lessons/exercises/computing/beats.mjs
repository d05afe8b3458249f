// A heart should beat every 20 ms, also while a hundred parts are computed. Let the computing give way in between.
import { setTimeout as sleep } from 'node:timers/promises';

let beats = 0;

function computePart() {
  let total = 0;
  for (let n = 0; n < 4_000_000; n++) total += n % 3;
  return total;
}

async function computeAll() {
  let total = 0;
  for (let part = 0; part < 100; part++) {
    total += computePart(); // change what happens in this loop
  }
  return total;
}

await sleep(1);
const heart = setInterval(() => beats++, 20);
console.log(`total: ${await computeAll()}`);
console.log(`beats: ${beats}`);
clearInterval(heart);
