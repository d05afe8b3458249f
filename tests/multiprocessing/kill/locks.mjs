// Holders of a lock are killed; who is inside stands in a word of its own, and what the lock protects must stay whole.
import { setTimeout as sleep } from 'node:timers/promises';
import { Lock, Process, SharedArray } from 'mp-tutor/multiprocessing';
import { eventually, keepRunning } from './killing.mjs';
import { lockWords } from './words.mjs';

const SLOTS = 4;
const [INSIDE, LEFT, RIGHT, OVERLAPS, TORN, TAKEN_OVER, READY] = [0, 1, 2, 3, 4, 5, 6];
const STEPS_INSIDE = 2000;
/** So that there is time for others to start. */
const HOLDS_BETWEEN_PAUSES = 20;

export async function hold(lock, { array }, slot) {
  array[READY + slot] = process.pid;
  for (let holds = 1; ; holds += 1) {
    const { deadHolder } = await lock.acquire();
    if (Atomics.exchange(array, INSIDE, process.pid) !== 0 && deadHolder === undefined) {
      Atomics.add(array, OVERLAPS, 1);
    }
    if (array[LEFT] !== array[RIGHT]) {
      // Half changed: only somebody who died in the middle may leave it so, and it must be told.
      Atomics.add(array, deadHolder === undefined ? TORN : TAKEN_OVER, 1);
      array[RIGHT] = array[LEFT];
    }
    array[LEFT] += 1;
    for (let step = 0; step < STEPS_INSIDE; step += 1) {
      Atomics.load(array, INSIDE);
    }
    array[RIGHT] = array[LEFT];
    Atomics.store(array, INSIDE, 0);
    lock.release();
    if (holds % HOLDS_BETWEEN_PAUSES === 0) {
      await sleep(1);
    }
  }
}

export async function killInLock(kills, random) {
  const lock = new Lock();
  const cells = new SharedArray('Int32Array', READY + SLOTS);
  const { array } = cells;
  const start = (slot) => new Process(import.meta.url, hold, [lock, cells, slot], { daemon: true }).start();
  const members = keepRunning({ slots: SLOTS, start, ready: array.subarray(READY), random });
  const [owner] = lockWords(lock);
  let stalled = 0;
  for (let kill = 0; kill < kills && stalled === 0; kill += 1) {
    const before = array[RIGHT];
    await members.killOne([owner]);
    stalled += (await eventually(() => array[RIGHT] !== before)) ? 0 : 1;
  }
  await members.end();
  // Whoever held it last was killed: we must get it.
  const isOurs = await lock.acquire({ timeout: 10_000 }).then(() => true, () => false);
  const { killed, wedged, broken } = members.counts;
  return {
    pids: members.pids,
    counts: { kills: killed, holds: array[LEFT], takenOver: array[TAKEN_OVER], overlaps: array[OVERLAPS], torn: array[TORN], broken, wedged: wedged + stalled + (isOurs ? 0 : 1) },
  };
}
