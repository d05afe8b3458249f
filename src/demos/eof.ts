// When does the receiver of a pipe see the end? When the last copy of the other end is closed, and the parent has one.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Pipe, Process } from 'mp-tutor/multiprocessing';
import type { PipeEnd } from 'mp-tutor/multiprocessing';

export async function send(end: PipeEnd, items: number, delay: number): Promise<void> {
  for (let item = 1; item <= items; item++) {
    await sleep(delay);
    await end.send(item);
  }
  end.close();
  console.log('the sender has closed its copy');
}

export async function receive(end: PipeEnd): Promise<void> {
  let received = 0;
  for await (const _ of end) {
    received++;
  }
  console.log(`the receiver has seen the end, after ${received} messages`);
}

if (isMain(import.meta.url)) {
  const { items = 5, delay = 1000, close = 'before' } = JSON.parse(process.argv[2] ?? '{}');

  const { left, right } = await Pipe.open();
  const sender = new Process(import.meta.url, send, [left, items, delay], { name: 'sender' }).start();
  if (close === 'before') {
    left.close(); // before the receiver is there
  }
  const receiver = new Process(import.meta.url, receive, [right], { name: 'receiver' }).start();
  right.close();
  if (close === 'after') {
    left.close(); // when both are there
  }
  await sender.join();
  await receiver.join();
}
