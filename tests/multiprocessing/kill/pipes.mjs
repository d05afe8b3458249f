// The process at the other end of a pipe is killed: what arrives is whole and in order, and then there is an end.
import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenPipeError, EOFError, Pipe, Process } from 'mp-tutor/multiprocessing';
import { settles } from './killing.mjs';

const AT_ONCE = 3;
const LONGEST_LIFE_MS = 12;
const lengthOf = (number) => (number % 7 === 0 ? 300_000 : number % 50);

export async function sendOn(end) {
  for (let number = 0; ; number += 1) {
    await end.send([number, 'x'.repeat(lengthOf(number))]);
  }
}

export async function receiveOn(end) {
  await end.send('ready');
  for await (const message of end) {
    if (message.length > 1e9) {
      return;
    }
  }
}

export async function killAtPipe(kills, random) {
  const counts = { kills: 0, received: 0, sent: 0, damaged: 0, otherErrors: 0, wedged: 0 };
  const pids = [];
  while (counts.kills < kills) {
    const together = Array.from({ length: Math.min(AT_ONCE, kills - counts.kills) }, (_, index) =>
      index % 2 === 0 ? killSender(counts, random, pids) : killReceiver(counts, random, pids),
    );
    counts.wedged += (await settles(Promise.all(together))) ? 0 : 1;
  }
  return { pids, counts };
}

async function killSender(counts, random, pids) {
  const { left, right } = await Pipe.open();
  const child = new Process(import.meta.url, sendOn, [right]).start();
  pids.push(child.pid);
  right.close();
  let next = 0;
  const reading = (async () => {
    for (;;) {
      const [number, text] = await left.recv();
      counts.damaged += number === next && text.length === lengthOf(number) ? 0 : 1;
      counts.received += 1;
      next += 1;
    }
  })().catch((error) => {
    counts.otherErrors += error instanceof EOFError ? 0 : 1;
  });
  await killLater(child, random, () => next > 0);
  counts.kills += 1;
  await reading;
  left.close();
}

async function killReceiver(counts, random, pids) {
  const { left, right } = await Pipe.open();
  const child = new Process(import.meta.url, receiveOn, [right]).start();
  pids.push(child.pid);
  right.close();
  let isRunning = false;
  const writing = (async () => {
    await left.recv();
    isRunning = true;
    for (let number = 0; ; number += 1) {
      await left.send('x'.repeat(lengthOf(number)));
      counts.sent += 1;
    }
  })().catch((error) => {
    counts.otherErrors += error instanceof BrokenPipeError || error instanceof EOFError ? 0 : 1;
  });
  await killLater(child, random, () => isRunning);
  counts.kills += 1;
  await writing;
  left.close();
}

async function killLater(child, random, isAtWork) {
  if (random() > 0.1) {
    for (const end = performance.now() + 5000; !isAtWork() && performance.now() < end; ) {
      await sleep(1);
    }
  }
  await sleep(random() * LONGEST_LIFE_MS);
  child.kill();
  await child.join({ timeout: 10_000 });
}
