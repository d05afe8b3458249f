// The child is ended, but nobody waits for it, so it is not known how it ended.
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
  for (const child of children) {
    if (!(await child.join({ timeout: 2000 }))) {
      child.terminate();
    }
  }
  const codes = children.map((child) => child.exitCode ?? -constants.signals[child.signal]);
  console.log(`codes: ${JSON.stringify(codes)}`);
  process.exitCode = codes.every((each) => each === 0) ? 0 : 1;
}
