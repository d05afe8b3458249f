// Keeps processes running and kills them at random moments.
import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT_MS = 20_000;
/** Of the life of a victim after it has begun its work. */
const LONGEST_LIFE_MS = 8;
/** Every so many victims are killed while they start. */
const UNREADY = 8;
const AIMING_MS = 2;

/** Numbers from 0 to 1, the same for the same seed (mulberry32, by Tommy Ettinger, public domain). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whether it became true within the limit. */
export async function eventually(condition, limitMs = LIMIT_MS) {
  for (const end = performance.now() + limitMs; !condition(); await sleep(1)) {
    if (performance.now() > end) {
      return false;
    }
  }
  return true;
}

/** Whether a promise settled within the limit. */
export async function settles(promise, limitMs = LIMIT_MS) {
  const late = new AbortController();
  const isLate = sleep(limitMs, false, { signal: late.signal, ref: false }).catch(() => false);
  const isSettled = await Promise.race([promise.then(() => true, () => true), isLate]);
  late.abort();
  return isSettled;
}

/**
 * Members in slots, each replaced when it has been killed. A member writes its PID into `ready` at its slot when it is at
 * work.
 * @param start - starts a member for a slot
 */
export function keepRunning({ slots, start, ready, random }) {
  const all = Array.from({ length: slots }, (_, slot) => slot);
  const members = all.map(start);
  const pids = members.map(({ pid }) => pid);
  const counts = { killed: 0, wedged: 0, broken: 0 };
  const oneOf = (list) => list[Math.floor(random() * list.length)];
  const atWork = () => all.filter((slot) => ready[slot] === members[slot].pid);

  /**
   * Kills one at work, or now and then one that is just starting.
   * @param ownerWords - where the PID of the one who holds a lock stands, to kill it in the middle
   * @returns its slot
   */
  async function killOne(ownerWords) {
    counts.wedged += (await eventually(() => atWork().length > 0)) ? 0 : 1;
    const slot = oneOf(random() < 1 / UNREADY ? all : atWork());
    const member = members[slot];
    await sleep(random() * LONGEST_LIFE_MS);
    // Or none of them: then it is killed at once.
    const words = oneOf([...ownerWords, undefined]);
    if (words !== undefined) {
      awaitOwner(words, member.pid);
    }
    member.kill();
    counts.wedged += (await member.join({ timeout: LIMIT_MS })) ? 0 : 1;
    counts.killed += 1;
    // It ended by itself, before it was killed.
    counts.broken += member.signal === 'SIGKILL' ? 0 : 1;
    members[slot] = start(slot);
    pids.push(members[slot].pid);
    return slot;
  }

  /** Waits for the first ones, or all, to end by themselves. */
  async function join(first = slots) {
    const ended = await Promise.all(members.slice(0, first).map((member) => member.join({ timeout: LIMIT_MS })));
    counts.wedged += ended.filter((hasEnded) => !hasEnded).length;
    counts.broken += members.slice(0, first).filter(({ exitCode }) => exitCode !== undefined && exitCode !== 0).length;
    members.slice(0, first).forEach((member) => member.kill());
  }

  /** Kills them all, at the end. */
  async function end() {
    members.forEach((member) => member.kill());
    await join();
  }

  return { counts, pids, killOne, join, end };
}

/** It may take the lock at any moment, and will hold it for a few microseconds: so this does not sleep. */
function awaitOwner(words, pid) {
  const end = performance.now() + AIMING_MS;
  while (performance.now() < end) {
    if (Atomics.load(words, 0) === pid) {
      return;
    }
  }
}
