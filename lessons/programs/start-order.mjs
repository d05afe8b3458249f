// Two are started, one right after the other. Each has something to do, then says its number. Who is first?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const [kind, how] = process.argv.slice(2);

if (!isMainThread || kind === 'member') {
  await sleep(Math.random() * 50);
  if (parentPort) parentPort.postMessage('done');
  else process.send('done');
} else {
  const order = [];
  const ends = [];
  for (const number of [1, 2]) {
    const member = kind === 'thread' ? new Worker(file) : fork(file, ['member']);
    member.on('message', () => order.push(number));
    ends.push(once(member, 'exit'));
    if (how === 'join') await ends.at(-1);
  }
  await Promise.all(ends);
  console.log(`order: ${JSON.stringify(order)}`);
}
