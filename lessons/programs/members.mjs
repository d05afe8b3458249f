// Four functions run in four processes, or in four threads. How many PIDs are there, with that of the parent?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);

if (parentPort) {
  parentPort.postMessage(process.pid);
} else if (process.argv[2] === 'member') {
  process.send(process.pid);
} else {
  const start = () => (process.argv[2] === 'thread' ? new Worker(file) : fork(file, ['member']));
  const answers = [1, 2, 3, 4].map(async () => (await once(start(), 'message'))[0]);
  const pids = new Set([process.pid, ...(await Promise.all(answers))]);
  console.log(`pids: ${pids.size}`);
}
