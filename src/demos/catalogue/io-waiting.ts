import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, duration, group, hanging, number } from './words.js';

const WAYS = ['loop', 'async', 'threads', 'processes'] as const;
type Way = (typeof WAYS)[number];

export const ioWaiting: Demo = {
  name: 'io-waiting',
  summary: 'tasks that only wait: one after the other, with async, in threads and in processes',
  settings: {
    items: { default: 10, min: 1, max: 60, meaning: 'how many tasks' },
    delay: common.delay(300, 'how long each task waits'),
    workers: { none: 'each task has a thread or a process of its own; say how many by --items' },
    seed: { none: 'all tasks wait equally long' },
    kill: { none: 'nobody dies here; see mp-tutor demo choosing --crash 3' },
  },
  facts: WAYS.map((way) => `ms.${way}`),
  describe: ({ items = 0, delay = 0 }) => `${count(items, 'task')}, each waits ${delay} ms`,
  explain: (facts) => [
    ...ofTimes(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  figures: (facts) => Object.fromEntries(WAYS.map((way) => [way, time(facts, way)])),
  contrast: () => ['Waiting needs no core, in both. What differs is the start: a thread of Node is a JavaScript engine of its own, and a process a whole Node.'],
  next: () => [
    { command: 'mp-tutor demo io-waiting --items 60', why: 'many tasks: whose start begins to count?' },
    { command: 'mp-tutor demo choosing --compute 300 --wait 0', why: 'tasks that compute instead' },
  ],
};

function measured(facts: Facts, way: Way): number | undefined {
  const ms = group(facts['ms'])[way];
  return typeof ms === 'number' ? ms : undefined;
}

function time(facts: Facts, way: Way): string {
  const ms = measured(facts, way);
  return ms === undefined ? '-' : duration(ms);
}

function ofTimes(facts: Facts): string[] {
  if (WAYS.some((way) => measured(facts, way) === undefined)) {
    return ['The program did not come to its end, so its times cannot be compared.'];
  }
  const one = number(facts, 'delay');
  return [
    `${count(number(facts, 'items'), 'wait')} of ${duration(one)} took ${time(facts, 'loop')} one after the other; at once they took ${time(facts, 'async')} with async, ${time(facts, 'threads')} in threads and ${time(facts, 'processes')} in processes.`,
    'Whoever waits needs no core. What is longer than one wait is the price of starting those who wait, and of a busy machine.',
  ];
}
