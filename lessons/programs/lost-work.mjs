// Three processes have something to do. The second is killed in the middle, or not. How much is done in the end?
import { isMain, Process, SharedArray } from 'mp-tutor/multiprocessing';

export function work(number, how, done) {
  if (number === 2 && how === 'killed') process.kill(process.pid, 'SIGKILL');
  done.array[number] = 1;
}

if (isMain(import.meta.url)) {
  const done = new SharedArray('Int32Array', 4);
  const children = [1, 2, 3].map((number) => new Process(import.meta.url, work, [number, process.argv[2], done]));
  for (const child of children) child.start();
  for (const child of children) await child.join();
  console.log(`done: ${done.array.filter((cell) => cell === 1).length}`);
}
