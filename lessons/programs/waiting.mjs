// Ten waits of 0.2 s: one after the other, at once in one process, and in ten processes.
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, mark, Process } from 'mp-tutor/multiprocessing';

const ten = Array.from({ length: 10 }, (_, index) => index + 1);

export async function wait() {
  await sleep(200);
}

async function oneAfterTheOther() {
  for (const _ of ten) await wait();
}

async function atOnce() {
  await Promise.all(ten.map(wait));
}

async function inTenProcesses() {
  const processes = ten.map(() => new Process(import.meta.url, wait, []).start());
  await Promise.all(processes.map((child) => child.join()));
}

if (isMain(import.meta.url)) {
  const took = {};
  for (const run of [oneAfterTheOther, atOnce, inTenProcesses]) {
    const started = performance.now();
    await run();
    took[run.name] = Math.round(performance.now() - started);
    console.log(`${run.name}: ${took[run.name]} ms`);
  }
  mark('fact', { took });
}
