// What arrives when it is sent to a child process, or to a Worker, and what does the sender still have?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';

const file = fileURLToPath(import.meta.url);

/** The other side changes what it got, and says what it has. */
function change({ task, cell }) {
  if (task) task.n = 2;
  if (cell) cell[0] = 2;
  return task ? `arrives as an object with ${Object.keys(task).join(' and ')}` : 'arrives';
}

async function send(kind, member, words, message, transfer) {
  try {
    if (kind === 'Worker') member.postMessage(message, transfer);
    else member.send(message);
    const [said] = await once(member, 'message');
    console.log(`${kind}, ${words}: ${said}`);
  } catch (error) {
    console.log(`${kind}, ${words}: refused, ${error.name}`);
  }
}

if (parentPort) {
  parentPort.on('message', (message) => parentPort.postMessage(change(message)));
} else if (process.argv[2] === 'child') {
  process.on('message', (message) => process.send(change(message)));
} else {
  for (const [kind, member] of [['process', fork(file, ['child'])], ['Worker', new Worker(file)]]) {
    const task = { n: 1 };
    await send(kind, member, 'an object with n', { task });
    console.log(`  it was set to 2 there; here n is still ${task.n}`);
    await send(kind, member, 'an object with n and a function', { task: { n: 1, double: (n) => 2 * n } });
    const cell = new Int32Array(new SharedArrayBuffer(4));
    await send(kind, member, 'a SharedArrayBuffer', { cell });
    console.log(`  it was set to 2 there; here it is ${cell[0]}`);
    if (kind === 'Worker') {
      const [copied, moved] = [new ArrayBuffer(8), new ArrayBuffer(8)];
      await send(kind, member, 'two buffers, one of them transferred', { copied, moved }, [moved]);
      console.log(`  here ${copied.byteLength} bytes remain of the copied one, ${moved.byteLength} of the other`);
      await member.terminate();
    } else {
      member.kill();
    }
  }
}
