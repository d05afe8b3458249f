// A near miss: all pages are asked for at once, but nobody waits for what they bring.
import { setTimeout as sleep } from 'node:timers/promises';

const pageNumbers = [1, 2, 3, 4, 5, 6, 7, 8];

async function fetchPage(page) {
  await sleep(250); // the server takes its time
  return page * 10;
}

async function fetchAll() {
  return pageNumbers.map(fetchPage);
}

const began = performance.now();
console.log(`pages: ${JSON.stringify(await fetchAll())}`);
console.log(`seconds: ${((performance.now() - began) / 1000).toFixed(2)}`);
