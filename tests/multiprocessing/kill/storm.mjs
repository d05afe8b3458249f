// Kills processes of every kind at random moments, and keeps the books: `npm run kill -- --times 100000 [--seed N] [--only queue,lock]`.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMain, Process } from 'mp-tutor/multiprocessing';
import { killInLock } from './locks.mjs';
import { killAtPipe } from './pipes.mjs';
import { killInPool } from './pools.mjs';
import { killInQueue } from './queues.mjs';
import { eventually, randomFrom } from './killing.mjs';

const KINDS = {
  queue: (kills, random) => killInQueue(kills, random, 0),
  'bounded queue': (kills, random) => killInQueue(kills, random, 20),
  lock: killInLock,
  pool: killInPool,
  pipe: killAtPipe,
};
/** Each of these must be 0. */
const FAULTS = ['lostTooMany', 'doubled', 'damaged', 'broken', 'wedged', 'left', 'overlaps', 'torn', 'wrong', 'failed', 'otherErrors', 'orphaned', 'leaked'];

export function nothing() {}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(KINDS);
  const kills = Math.ceil(Number(values.times) / names.length);
  const random = randomFrom(Number(values.seed));
  // What the first process costs for good is no leak: the reaper's pipes.
  await new Process(import.meta.url, nothing, []).start().join();
  const books = {};
  for (const name of names) {
    books[name] = await oneKind(KINDS[name], kills, random);
    if (process.stderr.isTTY) {
      console.error(name, books[name]);
    }
  }
  const all = Object.values(books);
  const kept = all.reduce((sum, counts) => sum + counts.kills, 0);
  const faults = FAULTS.filter((fault) => all.some((counts) => (counts[fault] ?? 0) !== 0));
  console.log(JSON.stringify({ kills: kept, faults, seed: Number(values.seed), books }, null, 2));
  process.exitCode = faults.length === 0 ? 0 : 1;
}

async function oneKind(kill, kills, random) {
  const before = descriptors();
  const began = performance.now();
  const { pids, counts } = await kill(kills, random);
  const isOver = await eventually(() => pids.every((pid) => !isAlive(pid)), 5000);
  // What nobody has any more is closed when it is collected.
  for (let round = 0; round < 5 && descriptors() > before; round += 1) {
    globalThis.gc?.();
    await sleep(50);
  }
  return {
    ...counts,
    orphaned: isOver ? 0 : pids.filter(isAlive).length,
    leaked: Math.max(0, descriptors() - before),
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

/** How many this process has open; 0 where /proc does not tell. */
function descriptors() {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
