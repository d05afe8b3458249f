// Eight pages come from a slow server, one after the other. Let one process wait for all of them at once.
import { setTimeout as sleep } from 'node:timers/promises';

const pageNumbers = [1, 2, 3, 4, 5, 6, 7, 8];

async function fetchPage(page) {
  await sleep(250); // the server takes its time
  return page * 10;
}

async function fetchAll() {
  const pages = [];
  for (const page of pageNumbers) pages.push(await fetchPage(page)); // change this
  return pages;
}

const began = performance.now();
console.log(`pages: ${JSON.stringify(await fetchAll())}`);
console.log(`seconds: ${((performance.now() - began) / 1000).toFixed(2)}`);
