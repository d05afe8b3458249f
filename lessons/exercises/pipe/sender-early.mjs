// Too early: the sender is started with an end that is closed already.
import { isMain, Pipe, Process } from 'mp-tutor/multiprocessing';

export async function send(end) {
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) await end.send(word);
  end.close();
}

if (isMain(import.meta.url)) {
  const { left, right } = await Pipe.open();
  const sender = new Process(import.meta.url, send, [left]);
  left.close();
  sender.start();
  const words = [];
  for await (const word of right) words.push(word);
  console.log('words:', words.length);
}
