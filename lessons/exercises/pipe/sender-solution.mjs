// The parent closes its copy of the sending end, when the sender has its own.
import { isMain, Pipe, Process } from 'mp-tutor/multiprocessing';

export async function send(end) {
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) await end.send(word);
  end.close();
}

if (isMain(import.meta.url)) {
  const { left, right } = await Pipe.open();
  const sender = new Process(import.meta.url, send, [left]);
  sender.start();
  left.close();
  const words = [];
  for await (const word of right) words.push(word);
  console.log('words:', words.length);
}
