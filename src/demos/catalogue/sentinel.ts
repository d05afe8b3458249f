import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, group, hanging, items, number } from './words.js';

export const sentinel: Demo = {
  name: 'sentinel',
  summary: 'how consumers of a queue learn that no more items come, and who waits for ever if the producer counts wrong',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many consumers' },
    items: { default: 8, min: 0, max: 60, meaning: 'how many items the producer puts' },
    sentinels: { default: 2, min: 0, max: 8, meaning: "how many 'end' it puts behind them" },
    delay: common.delay(1000, 'how long a consumer works on an item; half to one and a half of it. The producer takes half'),
    seed: common.seed,
    kill: { none: 'nobody dies here; see mp-tutor demo queue --kill 3' },
  },
  facts: ['leftInQueue'],
  hangs: ({ workers = 0, sentinels = 0 }) => Number(sentinels) < workers,
  // The producer alone takes half a pause for each item, however many consumers there are.
  limitMs: ({ workers = 1, items: n = 0, sentinels = 0, delay = 0 }) =>
    Number(sentinels) < workers ? 7000 + 1.5 * delay + delay * Math.max(n / 2, (1.5 * n) / workers) : 30_000 + 4 * n * delay,
  describe: ({ workers = 0, items: n = 0, sentinels = 0 }) => `${count(workers, 'consumer')} · ${count(n, 'item')} · ${count(Number(sentinels), 'sentinel')}`,
  explain: (facts) => [
    ofStops(facts),
    ...ofTaken(facts),
    ...ofLeft(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  figures: (facts) => ({
    'consumers that stopped': `${stopped(facts)} of ${number(facts, 'workers')}`,
    'sentinels taken': String(taken(facts)),
    'left in the queue': typeof facts['leftInQueue'] === 'number' ? String(facts['leftInQueue']) : '-',
    'it hung': facts['hung'] === true ? 'yes' : 'no',
  }),
  contrast: () => [
    'In both, a sentinel is an item like others: the consumer that takes it out stops, and nobody else hears of it.',
    "This library's queue.close() would tell all consumers. Python's Queue.close() tells none: it only says that this process puts nothing more.",
  ],
  next: ({ workers = 2 }) => [
    { command: `mp-tutor demo sentinel --workers ${workers} --sentinels ${workers - 1}`, why: 'one too few: who waits for whom?' },
    { command: `mp-tutor demo sentinel --workers ${Math.min(7, workers)} --sentinels ${Math.min(8, workers + 1)}`, why: 'one too many: what becomes of it?' },
    { command: 'mp-tutor demo backpressure', why: 'a producer that is faster than its consumer' },
  ],
};

function stopped(facts: Facts): number {
  return items(facts['output']).filter((line) => /^consumer \d+ stops$/.test(String(line))).length;
}

function takenBy(facts: Facts): (readonly [pid: string, ends: number, items: number])[] {
  return Object.entries(group(facts['getsByPid'])).map(([pid, values]) => {
    const ends = items(values).filter((value) => value === "'end'").length;
    return [pid, ends, items(values).length - ends];
  });
}

function taken(facts: Facts): number {
  return takenBy(facts).reduce((sum, [, ends]) => sum + ends, 0);
}

function ofStops(facts: Facts): string {
  const [workers, sentinels] = [number(facts, 'workers'), number(facts, 'sentinels')];
  const meant = Number.isNaN(sentinels) ? '' : `The producer was to put ${count(sentinels, 'sentinel')} for ${count(workers, 'consumer')}. `;
  return `${meant}${count(taken(facts), 'sentinel was', 'sentinels were')} taken out. Of the consumers, ${stopped(facts) || 'none'} said that the end had come.`;
}

function ofTaken(facts: Facts): string[] {
  const each = takenBy(facts).map(([pid, ends, others]) => `${pid} took ${count(others, 'item')} and ${ends === 0 ? 'no sentinel' : count(ends, 'sentinel')}`);
  return each.length === 0 ? [] : [`${each.join('; ')}. For the queue a sentinel is an item like others: one consumer has it, and the others never see it.`];
}

function ofLeft(facts: Facts): string[] {
  const left = number(facts, 'leftInQueue');
  return left > 0 ? [`${count(left, 'item is', 'items are')} left in the queue: nobody was there any more to take ${left === 1 ? 'it' : 'them'}.`] : [];
}
