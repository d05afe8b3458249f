// A process is started by start(). Whoever just calls the function runs it where they are.
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function report() {
  console.log(`worker: ${process.pid}`);
}

if (isMain(import.meta.url)) {
  console.log(`parent: ${process.pid}`);
  if (process.argv[2] === 'called') report();
  else await new Process(import.meta.url, report, []).start().join();
}
