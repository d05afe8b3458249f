// Question and answer between two processes, until one of them closes its end.
import { isMain, Pipe, Process } from 'mp-tutor/multiprocessing';

export async function answer(end) {
  for await (const text of end) {
    await end.send(text.toUpperCase());
  }
  console.log('the other end is closed');
}

if (isMain(import.meta.url)) {
  const { left, right } = await Pipe.open();
  const child = new Process(import.meta.url, answer, [right]).start();
  right.close(); // the child has a copy; with ours open, it could not see our end closed
  await left.send('how are you?');
  console.log(await left.recv());
  left.close();
  await child.join();
}
