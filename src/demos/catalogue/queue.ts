import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, duration, group, items, list, number } from './words.js';

/** A put that need not wait takes less, even on a slow machine that writes a trace. */
const ENOUGH_TO_WAIT_MS = 5;

export const queue: Demo = {
  name: 'queue',
  summary: 'a producer, a few consumers: each item goes to one of them; a full queue makes the producer wait',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many consumers' },
    items: { default: 10, min: 1, max: 60, meaning: 'how many items the producer puts' },
    delay: common.delay(1000, 'how long a consumer works on an item; half to one and a half of it. The producer takes a quarter'),
    seed: common.seed,
    kill: common.kill(60, 'the consumer that gets this item kills itself'),
  },
  facts: ['leftInQueue'],
  describe: ({ workers = 0, items: n = 0 }) => `1 producer · ${count(workers, 'consumer')} · ${count(n, 'item')} · room for 4`,
  explain: (facts) => [ofConsumers(facts), ofRoom(facts), ...ofDeaths(facts)],
  next: ({ items: n = 10 }) => [
    { command: `mp-tutor demo queue --kill ${Math.min(3, n)}`, why: 'what is lost when a consumer dies?' },
    { command: 'mp-tutor demo queue --workers 4', why: 'enough consumers: does the producer still wait?' },
    { command: 'mp-tutor demo pipe', why: 'the simpler channel, between two' },
  ],
};

function ofConsumers(facts: Facts): string {
  const shares = Object.entries(group(facts['getsByPid'])).map(
    ([pid, values]) => [pid, items(values).filter((value) => value !== "'end'")] as const,
  );
  const took = shares.map(([pid, values]) => `${pid} took ${values.length > 0 ? list(values) : 'none'}`);
  return `Each item went to one consumer: ${took.join('; ')}. Who gets an item is settled by who asks first.`;
}

function ofRoom(facts: Facts): string {
  const waited = number(facts, 'longestPutMs');
  const most = number(facts, 'largestQueue');
  const end = "At the end the producer put an 'end' for each consumer: one would have stopped only one of them.";
  return most < 4 || waited < ENOUGH_TO_WAIT_MS
    ? `At most ${count(most, 'item')} waited, so the producer never had to. ${end}`
    : `At most ${most} waited: the queue has room for 4, and the producer had to wait up to ${duration(waited)} to put the next. ${end}`;
}

function ofDeaths(facts: Facts): string[] {
  const left = number(facts, 'leftInQueue');
  const taken = group(facts['getsByPid']);
  return deaths(facts).map(({ name, pid, signal }) => {
    const held = items(taken[pid]).at(-1);
    const lost = held === undefined ? 'It held nothing' : `Item ${held}, which it had taken, is lost; no other is`;
    const rest =
      left === 1 ? " The 'end' that was meant for it stayed in the queue." : left > 1 ? ` ${left} items stayed in the queue.` : '';
    return `${name} (${pid}) died by ${signal}. ${lost}.${rest}`;
  });
}
