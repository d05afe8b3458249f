import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, items, list, number } from './words.js';

export const deadlock: Demo = {
  name: 'deadlock',
  summary: 'each holds a lock and waits for that of the next one: a ring that never ends by itself, and an order that has none',
  settings: {
    workers: { default: 2, min: 2, max: 6, meaning: 'how many processes, and locks' },
    order: {
      // Alone, as when it was ejected, its program takes the fixed order, and so ends.
      default: 'ring',
      values: { fixed: 'all take the lock with the lower number first', ring: 'each takes its own first, then that of the next one' },
      meaning: 'in which order each takes its two locks',
    },
    delay: common.delay(1500, 'how long each holds its first lock before it asks for the second; 300 ms at least'),
    kill: { none: 'nobody dies here; see mp-tutor demo shared-array --kill 3' },
  },
  facts: ['finished'],
  hangs: ({ order }) => order === 'ring',
  limitMs: ({ workers = 0, delay = 0, order }) => (order === 'ring' ? 7000 + delay : 30_000 + 2 * workers * (delay + 300)),
  describe: ({ workers = 0, order }) => `${count(workers, 'process', 'processes')}, ${count(workers, 'lock')} · ${order === 'ring' ? 'each takes its own first' : 'the lower number first'}`,
  explain: (facts) => [ofLocks(facts), ofReason(facts), ...ofDeaths(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  figures: (facts) => ({
    'had their first lock': String(saying(facts, 'its first lock').length),
    'had both': String(saying(facts, 'both locks').length),
    'it hung': facts['hung'] === true ? 'yes' : 'no',
  }),
  contrast: () => [
    'It is the same in both: a ring of waits does not depend on the language, nor on how the locks are made.',
    "When the holder of a lock dies, this library's lock goes to the next one that waits; Python's stays taken.",
  ],
  next: ({ order, workers = 2 }) => [
    order === 'ring'
      ? { command: `mp-tutor demo deadlock --order fixed --workers ${workers}`, why: 'the same locks, the lower number first' }
      : { command: `mp-tutor demo deadlock --order ring --workers ${workers}`, why: 'each takes its own first: who waits for whom?' },
    { command: 'mp-tutor demo zombie-orphan', why: 'other ways to be left behind' },
  ],
};

/** The numbers of the processes that have said that they have it. */
function saying(facts: Facts, what: string): string[] {
  return items(facts['output']).flatMap((line) => {
    const [, who = '', has] = /^process (\d+) has (.*)$/.exec(String(line)) ?? [];
    return has === what ? [who] : [];
  });
}

function ofLocks(facts: Facts): string {
  const [first, both] = [saying(facts, 'its first lock'), saying(facts, 'both locks')];
  const firsts = `${first.length} of ${number(facts, 'workers')} processes got their first lock`;
  return both.length === 0 ? `${firsts}, and none its second.` : `${firsts}, and ${both.length} both, in the order ${list(both)}.`;
}

function ofReason(facts: Facts): string {
  const [first, both, workers] = [saying(facts, 'its first lock').length, saying(facts, 'both locks').length, number(facts, 'workers')];
  if (facts['order'] === 'ring' && facts['hung'] === true && first === workers && both === 0 && deaths(facts).length === 0) {
    return 'Each holds its own lock and asks for that of the next, who does not release it before it has both: a ring.';
  }
  return facts['order'] === 'fixed' && both === workers
    ? 'All take the lower number first, so whoever holds the highest lock waits for nobody: there can be no ring.'
    : 'What each waits for, the table of who waits for whom tells, where there is one.';
}

function ofDeaths(facts: Facts): string[] {
  return deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`);
}
