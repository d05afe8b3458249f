// A pipe joins two processes. The receiver sees the end when the last copy of the other end is closed.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pipe, Process } from 'mp-tutor/multiprocessing';
import type { PipeEnd } from 'mp-tutor/multiprocessing';

export async function send(end: PipeEnd, items: number, delay: number, seed: number): Promise<void> {
  for (let item = 1; item <= items; item++) {
    await sleep(delay * (0.5 + (Math.imul(item + seed, 2654435761) >>> 0) / 2 ** 32));
    try {
      await end.send(`message ${item}`);
    } catch (error) {
      console.log(`message ${item} could not be sent: ${String(error)}`); // the receiver has died
      break;
    }
  }
  end.close();
}

export async function receive(end: PipeEnd, delay: number, kill: number): Promise<void> {
  let count = 0;
  for await (const message of end) {
    count++;
    await sleep(delay / 2);
    if (count === kill) {
      process.kill(process.pid, 'SIGKILL');
    }
    console.log(`received: ${String(message)}`);
  }
  console.log(`the end of the pipe, after ${count} messages`);
}

if (isMain(import.meta.url)) {
  const { items = 6, delay = 900, seed = 1, kill = 0 } = JSON.parse(process.argv[2] ?? '{}');

  const { left, right } = await Pipe.open();
  const sender = new Process(import.meta.url, send, [left, items, delay, seed], { name: 'sender' }).start();
  const receiver = new Process(import.meta.url, receive, [right, delay, kill], { name: 'receiver' }).start();

  // Each child has a copy of its end. While the parent kept its own, the receiver would wait for ever.
  left.close();
  right.close();

  await sender.join();
  await receiver.join();
}
