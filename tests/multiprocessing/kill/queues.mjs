// Producers and consumers of a queue are killed; every item is kept account of by its number.
import { setTimeout as sleep } from 'node:timers/promises';
import { Process, Queue, SharedArray } from 'mp-tutor/multiprocessing';
import { eventually, keepRunning } from './killing.mjs';
import { lockWords } from './words.mjs';

const MOST_ITEMS = 16_000_000;
const [NEXT, STOP, GOT, DAMAGED, READY] = [0, 1, 2, 3, 4];
const PRODUCERS = 2;
const SLOTS = 4;
const BURSTS_BETWEEN_PAUSES = 4;
/** A producer that is faster than the consumers pauses then. */
const BACKLOG = 5000;
/** Now and then a large item, whose copying takes long, so that some are killed in the middle of it. */
const lengthOf = (id) => (id % 9 === 0 ? 40_000 : id % 60);

export async function produce(queue, marks, control, slot) {
  control.array[READY + slot] = process.pid;
  for (let [first, bursts] = [0, 0]; control.array[STOP] === 0; bursts += 1) {
    // Up to ten together, which share a record where the queue is not bounded.
    const together = 1 + (first % 10);
    first = Atomics.add(control.array, NEXT, together);
    if (first + together > MOST_ITEMS) {
      return;
    }
    const ids = Array.from({ length: together }, (_, index) => first + index);
    await Promise.all(ids.map((id) => queue.put([id, 'x'.repeat(lengthOf(id))])));
    ids.forEach((id) => (marks.array[id] = 1));
    if (bursts % BURSTS_BETWEEN_PAUSES === 0 || queue.size > BACKLOG) {
      await sleep(1);
    }
  }
}

export async function consume(queue, seen, control, slot) {
  control.array[READY + slot] = process.pid;
  for await (const [id, text] of queue) {
    Atomics.add(seen.array, id, 1);
    Atomics.add(control.array, GOT, 1);
    if (text.length !== lengthOf(id)) {
      Atomics.add(control.array, DAMAGED, 1);
    }
  }
}

/** @param maxSize - of the queue; 0 for one without a bound */
export async function killInQueue(kills, random, maxSize) {
  const queue = new Queue(maxSize || Infinity);
  const [marks, seen] = [new SharedArray('Uint8Array', MOST_ITEMS), new SharedArray('Uint8Array', MOST_ITEMS)];
  const control = new SharedArray('Int32Array', READY + SLOTS);
  const start = (slot) =>
    (slot < PRODUCERS
      ? new Process(import.meta.url, produce, [queue, marks, control, slot])
      : new Process(import.meta.url, consume, [queue, seen, control, slot])
    ).start();
  const members = keepRunning({ slots: SLOTS, start, ready: control.array.subarray(READY), random });
  const words = lockWords(queue);
  let [consumersKilled, stalled] = [0, 0];
  for (let kill = 0; kill < kills && stalled === 0; kill += 1) {
    const before = control.array[GOT];
    const slot = await members.killOne(words);
    consumersKilled += slot < PRODUCERS ? 0 : 1;
    stalled += (await eventually(() => control.array[GOT] !== before)) ? 0 : 1;
  }
  control.array[STOP] = 1;
  await members.join(PRODUCERS);
  queue.close();
  await members.join();

  const of = Math.min(control.array[NEXT], MOST_ITEMS);
  const tally = { put: 0, once: 0, lost: 0, doubled: 0, unconfirmed: 0 };
  for (let id = 0; id < of; id += 1) {
    const [isPut, count] = [marks.array[id] === 1, seen.array[id]];
    tally.put += isPut ? 1 : 0;
    tally.once += count === 1 ? 1 : 0;
    tally.doubled += count > 1 ? 1 : 0;
    tally.lost += isPut && count === 0 ? 1 : 0;
    // Its producer was killed before it could note that it was in the queue.
    tally.unconfirmed += !isPut && count === 1 ? 1 : 0;
  }
  const { killed, wedged, broken } = members.counts;
  const lostTooMany = Math.max(0, tally.lost - consumersKilled);
  const counts = { kills: killed, consumersKilled, ...tally, lostTooMany, damaged: control.array[DAMAGED], broken, wedged: wedged + stalled, left: queue.size };
  return { pids: members.pids, counts };
}
