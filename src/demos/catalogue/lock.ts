import type { Facts } from '../../trace/facts.js';
import type { Demo } from './demo.js';
import { count, deaths, duration, hanging, items, list } from './words.js';

export const lock: Demo = {
  name: 'lock',
  summary: 'what a lock costs: the same additions without it, under it each time, and under it once',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many processes add' },
    rounds: { default: 200_000, min: 1000, max: 1_000_000, meaning: 'how many additions each makes' },
    delay: { none: 'it measures, so nothing is slowed down' },
    kill: { none: 'a dead holder is shown by mp-tutor demo shared-array --kill 3' },
  },
  facts: ['ways', 'tookMs', 'lost'],
  limitMs: () => 120_000,
  describe: ({ workers = 0, rounds = 0 }) => `${count(workers, 'process', 'processes')} · ${rounds} additions each · three ways`,
  explain: (facts) => [...ways(facts).map(ofOne), ...ofPrice(facts), ...ofDeaths(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  table: (facts) =>
    ways(facts).length === 0 ? [] : [['', 'took', 'lost'], ...ways(facts).map(({ name, tookMs, lost }) => [name, duration(tookMs), String(lost)])],
  figures: (facts) => ({
    'no lock': told(facts, 'no lock'),
    'lock each': told(facts, 'lock each'),
    'lock once': told(facts, 'lock once'),
  }),
  contrast: () => [
    'In both, it costs time to take the lock and to give it back, and more when another process wants it too.',
    "Python's lock sleeps while it waits. That of Node's program here is a cell of shared memory, and who waits looks at it again and again.",
  ],
  next: () => [
    { command: 'mp-tutor demo race', why: 'what is lost without a lock, slowly enough to be watched' },
    { command: 'mp-tutor demo semaphore', why: 'not one at a time, but two' },
  ],
};

interface Way {
  readonly name: string;
  readonly tookMs: number;
  readonly lost: number;
}

/** What the program came to measure. */
function ways(facts: Facts): Way[] {
  const [took, missing] = [items(facts['tookMs']), items(facts['lost'])];
  return items(facts['ways']).flatMap((name, index) => {
    const [tookMs, lost] = [took[index], missing[index]];
    return typeof tookMs === 'number' && typeof lost === 'number' ? [{ name: String(name), tookMs, lost }] : [];
  });
}

function told(facts: Facts, wanted: string): string {
  const way = ways(facts).find(({ name }) => name === wanted);
  return way === undefined ? '-' : `${duration(way.tookMs)}, ${way.lost} lost`;
}

const HOW: { readonly [name: string]: string } = {
  'no lock': 'Without a lock',
  'lock each': 'With the lock around each addition',
  'lock once': 'Counted in a variable of each process, and added once under the lock',
};

function ofOne({ name, tookMs, lost }: Way): string {
  return `${HOW[name] ?? name}: ${duration(tookMs)}, and ${lost === 0 ? 'no addition is' : count(lost, 'addition is', 'additions are')} missing.`;
}

function ofPrice(facts: Facts): string[] {
  const [free, each] = ['no lock', 'lock each'].map((wanted) => ways(facts).find(({ name }) => name === wanted));
  if (free === undefined || each === undefined || free.tookMs === 0) {
    return [];
  }
  return [`In this run the lock for each addition took ${(each.tookMs / free.tookMs).toFixed(1)} times as long as none.`];
}

function ofDeaths(facts: Facts): string[] {
  const dead = deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}`);
  return dead.length === 0 ? [] : [`${list(dead)}; what it had still to add is missing.`];
}
