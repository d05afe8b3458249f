// How much memory does a process have that has just been started, and how much does one more thread take?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const kilobytes = () => Math.round(process.memoryUsage.rss() / 1024);

if (parentPort) {
  parentPort.postMessage(kilobytes());
} else if (process.argv[2] === 'member') {
  process.send(kilobytes());
} else if (process.argv[2] === 'thread') {
  const before = kilobytes();
  const [after] = await once(new Worker(file), 'message');
  console.log(`kilobytes: ${after - before}`);
} else {
  const [its] = await once(fork(file, ['member']), 'message');
  console.log(`kilobytes: ${its}`);
}
