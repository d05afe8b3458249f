// Nobody waits for the children: the last line does not come last.
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function work(piece) {
  console.log('piece', piece, 'by', process.pid);
}

if (isMain(import.meta.url)) {
  const children = [1, 2, 3].map((piece) => new Process(import.meta.url, work, [piece]));
  for (const child of children) child.start();
  console.log('all is done, says', process.pid);
}
