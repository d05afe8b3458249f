// Four children end in different ways. What does the parent learn of it from join?
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function returns() {
  return 'this value reaches nobody';
}

export function raises() {
  throw new TypeError('nobody catches this');
}

export function exits() {
  process.exit(3);
}

export function isKilled() {
  process.kill(process.pid, 'SIGKILL');
}

if (isMain(import.meta.url)) {
  for (const target of [returns, raises, exits, isKilled]) {
    const child = new Process(import.meta.url, target, [], { name: target.name }).start();
    await child.join();
    console.log(`${target.name}: exit code ${child.exitCode}, signal ${child.signal}`);
  }
  console.log('the parent goes on, without an exception');
}
