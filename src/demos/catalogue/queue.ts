import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, duration, group, hanging, items, list, number } from './words.js';

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
  explain: (facts) => [ofConsumers(facts), ofRoom(facts), ...ofDeaths(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  figures: (facts) => ({
    'items by consumer': consumers(facts).map(([, taken]) => taken.length).join(' + '),
    'longest put': duration(number(facts, 'longestPutMs')),
    ...(deaths(facts).length > 0 && typeof facts['leftInQueue'] === 'number' && { 'left in the queue': `${number(facts, 'leftInQueue')}` }),
  }),
  contrast: (node, python) => [
    'In both, an item goes to one consumer, and a full queue makes the producer wait.',
    deaths(node).length > 0 || deaths(python).length > 0
      ? 'In both, the item that a dead consumer had taken is lost, and neither the producer nor the other consumers are told.'
      : "The put of this library has happened when it returns. Python's put hands the item to a thread of the producer, which writes it into a pipe a little later.",
  ],
  next: ({ items: n = 10 }) => [
    { command: `mp-tutor demo queue --kill ${Math.min(3, n)}`, why: 'what is lost when a consumer dies?' },
    { command: 'mp-tutor demo queue --workers 4', why: 'enough consumers: does the producer still wait?' },
    { command: 'mp-tutor demo pipe', why: 'the simpler channel, between two' },
  ],
};

/** What each consumer took, by its PID. */
function consumers(facts: Facts): (readonly [pid: string, taken: (string | number)[]])[] {
  return Object.entries(group(facts['getsByPid'])).map(([pid, values]) => [pid, items(values).filter((value) => value !== "'end'")]);
}

function ofConsumers(facts: Facts): string {
  const took = consumers(facts).map(([pid, values]) => `${pid} took ${values.length > 0 ? list(values) : 'none'}`);
  return `Each item went to one consumer: ${took.join('; ')}. Who gets an item is settled by who asks first.`;
}

function ofRoom(facts: Facts): string {
  const waited = number(facts, 'longestPutMs');
  const most = number(facts, 'largestQueue');
  const putAll = number(facts, 'puts') === number(facts, 'items') + number(facts, 'workers');
  const end = putAll ? " At the end the producer put an 'end' for each consumer: one would have stopped only one of them." : '';
  if (most < 4 || (putAll && waited < ENOUGH_TO_WAIT_MS)) {
    return `At most ${count(most, 'item')} waited, so the producer never had to.${end}`;
  }
  const wait = putAll ? `had to wait up to ${duration(waited)} to put the next` : 'had to wait for room, at last in vain';
  return `At most ${most} waited: the queue has room for 4, and the producer ${wait}.${end}`;
}

function ofDeaths(facts: Facts): string[] {
  return deaths(facts).map((death) =>
    death.name === 'producer' && death.signal === 'SIGTERM'
      ? `The producer (${death.pid}) waited for room that nobody made any more, so the parent ended it by ${death.signal}.`
      : `${death.name} (${death.pid}) died by ${death.signal}. ${ofLoss(death.pid, facts)}.${ofRest(number(facts, 'leftInQueue'))}`,
  );
}

/** What was lost with a consumer: with `kill`, the item that it was given to die of. */
function ofLoss(pid: number, facts: Facts): string {
  const held = items(group(facts['getsByPid'])[pid]).at(-1);
  if (held === undefined) {
    return 'It held nothing';
  }
  if (items(facts['output']).includes(`process ${pid} has done item ${held}`)) {
    return `It had done item ${held}, and held none`;
  }
  return Number(held) === facts['kill']
    ? `Item ${held}, which it had taken, is lost; no other is`
    : `Item ${held}, the last that it had taken, may be lost with it`;
}

function ofRest(left: number): string {
  return left === 1 ? " The 'end' that was meant for it stayed in the queue." : left > 1 ? ` ${left} items stayed in the queue.` : '';
}
