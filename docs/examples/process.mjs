// One function in a process of its own.
import { isMain, Process } from 'mp-tutor/multiprocessing';

export function greet(name, parent) {
  console.log(`hello ${name}; my parent is ${process.ppid === parent ? 'the one' : 'not the one'} that greets`);
}
export function countForEver() {
  for (let n = 0; ; n++) {}
}

if (isMain(import.meta.url)) {
  const greeter = new Process(import.meta.url, greet, ['Ada', process.pid]).start();
  await greeter.join();
  console.log('exit code', greeter.exitCode);

  const counter = new Process(import.meta.url, countForEver, []).start();
  console.log('ended within 100 ms:', await counter.join({ timeout: 100 }));
  counter.kill();
  await counter.join();
  console.log('ended by', counter.signal);
}
