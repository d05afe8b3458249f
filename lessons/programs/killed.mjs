// The first of two processes, or Workers, gets a SIGKILL. What becomes of the second, and of the main program?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const how = process.argv[2];

if (!isMainThread || how === 'member') {
  setTimeout(() => {}, 30_000);
} else {
  const start = () => (how === 'thread' ? new Worker(file) : fork(file, ['member']));
  const [first, second] = [start(), start()];
  const ended = once(first, 'exit');
  // A Worker has no PID of its own.
  process.kill(first.pid ?? process.pid, 'SIGKILL');
  await ended;
  console.log(`second: ${second.signalCode === null}`);
  second.kill();
}
