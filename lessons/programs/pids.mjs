// Who has a PID of its own: a thread, or a child process?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, threadId, Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);
const isChild = process.argv[2] === 'child';

console.log(`${isChild ? 'child' : isMainThread ? 'main' : 'thread'}: PID ${process.pid}, threadId ${threadId}`);
if (isMainThread && !isChild) {
  await once(new Worker(file), 'exit');
  await once(fork(file, ['child']), 'exit');
}
