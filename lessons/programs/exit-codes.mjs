// A child returns, raises an error, exits with 3, or is killed. What does the parent learn of it?
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function end(how) {
  if (how === 'raises') throw new TypeError('nobody catches this');
  if (how === 'exits') process.exit(3);
  if (how === 'killed') process.kill(process.pid, 'SIGKILL');
}

if (isMain(import.meta.url)) {
  const child = new Process(import.meta.url, end, [process.argv[2]]).start();
  await child.join();
  console.log(`exitcode: ${child.exitCode ?? child.signal}`);
  console.log('the parent goes on');
}
