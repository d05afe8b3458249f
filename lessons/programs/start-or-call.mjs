// A process is started by start(). Whoever just calls the function runs it where they are.
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function report(how) {
  console.log(`${how}: done by process ${process.pid}`);
}

if (isMain(import.meta.url)) {
  console.log(`the parent is process ${process.pid}`);
  report('called');
  await new Process(import.meta.url, report, ['started']).start().join();
}
