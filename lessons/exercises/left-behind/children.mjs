// One child is done, one fails, one never ends. Change the part below: nobody is waited for longer than two seconds, the one
// that never ends is ended, all exit codes are known, and the program's own exit code is 1 if one of them is not 0.
import { constants } from 'node:os';
import { isMain, Process, Queue } from 'mp-tutor/multiprocessing';

export function succeed() {}

export function fail() {
  process.exit(3);
}

export async function stick(never) {
  await never.get();
}

if (isMain(import.meta.url)) {
  const never = new Queue();
  const children = [succeed, fail, stick].map((target) => new Process(import.meta.url, target, [never]).start());
  // Change from here on.
  for (const child of children) {
    await child.join();
  }
  const codes = children.map((child) => child.exitCode ?? -constants.signals[child.signal]);
  console.log(`codes: ${JSON.stringify(codes)}`);
}
