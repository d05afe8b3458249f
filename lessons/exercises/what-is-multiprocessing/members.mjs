// One process does all the work. Change it: each piece is done by a child process of its own, and the last line comes last.
import { isMain } from 'mp-tutor/multiprocessing';

export function work(piece) {
  console.log('piece', piece, 'by', process.pid);
}

if (isMain(import.meta.url)) {
  for (const piece of [1, 2, 3]) work(piece); // here
  console.log('all is done, says', process.pid);
}
