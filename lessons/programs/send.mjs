// What does a child process, or a Worker, get when it is sent an object with a number and a function?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';

const [to, what] = process.argv.slice(2);
const file = fileURLToPath(import.meta.url);

/** The other side changes the number, and says what it got. */
function change(task) {
  const keys = Object.keys(task);
  task.n = 2;
  return keys;
}

if (parentPort) {
  parentPort.once('message', (task) => parentPort.postMessage(change(task)));
} else if (to === 'child') {
  process.once('message', (task) => process.send(change(task), () => process.disconnect()));
} else {
  const task = { n: 1, ...(what === 'function' && { double: (n) => 2 * n }) };
  try {
    let got;
    if (to === 'call') {
      got = change(task);
    } else {
      const member = to === 'thread' ? new Worker(file) : fork(file, ['child']);
      const answer = once(member, 'message');
      if (to === 'thread') member.on('error', () => {}).postMessage(task);
      else member.send(task);
      [got] = await answer;
    }
    console.log(`got: ${JSON.stringify(got)}`);
    console.log(`here: ${task.n}`);
    console.log('refused: None');
  } catch (error) {
    console.log(`refused: ${error.name}`);
    process.exit();
  }
}
