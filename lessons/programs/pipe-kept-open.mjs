// A sender, a receiver and a pipe. The parent forgets that it has a copy of the sending end, too.
import { isMain, Pipe, Process } from 'mp-tutor/multiprocessing';

export async function send(end) {
  for (const word of ['one', 'two', 'three']) await end.send(word);
  end.close();
  console.log('sender: closed');
}

export async function receive(end) {
  for await (const word of end) console.log(`receiver: ${word}`);
  console.log('receiver: the end');
}

if (isMain(import.meta.url)) {
  const { left, right } = await Pipe.open();
  const sender = new Process(import.meta.url, send, [left], { name: 'sender' }).start();
  const receiver = new Process(import.meta.url, receive, [right], { name: 'receiver' }).start();
  await sender.join();
  await receiver.join();
}
