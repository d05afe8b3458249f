// A sender and a pipe. The parent receives all that it sends, and then waits for ever.
// Change it: the parent sees the end, when the sender has sent everything.
import { isMain, Pipe, Process } from 'mp-tutor/multiprocessing';

export async function send(end) {
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) await end.send(word);
  end.close();
}

if (isMain(import.meta.url)) {
  const { left, right } = await Pipe.open();
  const sender = new Process(import.meta.url, send, [left]);
  sender.start();
  // which processes could still send?
  const words = [];
  for await (const word of right) words.push(word);
  console.log('words:', words.length);
}
