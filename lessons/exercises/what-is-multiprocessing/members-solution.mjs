// A process for each piece; the parent joins them all before it says that all is done.
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function work(piece) {
  console.log('piece', piece, 'by', process.pid);
}

if (isMain(import.meta.url)) {
  const children = [1, 2, 3].map((piece) => new Process(import.meta.url, work, [piece]));
  for (const child of children) child.start();
  for (const child of children) await child.join();
  console.log('all is done, says', process.pid);
}
