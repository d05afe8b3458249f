import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, duration, hanging, isPython, items, list } from './words.js';

export const startMethods: Demo = {
  name: 'start-methods',
  summary: 'what does a child see of its parent, and what does it cost, by each way to start it?',
  settings: {
    items: { default: 2, min: 1, max: 20, meaning: 'how many are started in each way; the median of their times is told' },
    delay: common.delay(900, 'how long each lives on when it has answered'),
    workers: { none: 'they are started one after the other' },
  },
  facts: ['ways', 'tookMs', 'sees', 'hasFile', 'sawChange'],
  describe: ({ items: n = 0 }) => `${count(n, 'start')} in each way · price is 10 at the top of the file, and 20 before the starts`,
  explain: (facts) => [...ofWays(facts), ...ofAll(facts), ...ofDeaths(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  table: (facts) =>
    ways(facts).length === 0
      ? []
      : [['', 'answers after', 'sees price', 'has the open file'], ...ways(facts).map(({ name, tookMs, price, hasFile }) => [name, duration(tookMs), String(price), hasFile ? 'yes' : 'no'])],
  figures: (facts) => ({
    'answers, by the quickest way to start': quickest(facts),
    'ways that see the later value': list(ways(facts).filter(({ price }) => price === 20).map(({ name }) => name)) || 'none',
    'ways that have the open file': list(ways(facts).filter(({ hasFile }) => hasFile).map(({ name }) => name)) || 'none',
  }),
  contrast: () => [
    'Node starts each process anew, so none sees what its parent has done meanwhile. Python can do so too, by spawn and forkserver; fork copies the parent.',
    'A thread of Node has a program of its own as well: it imports the file again. Only the open files are those of the process.',
  ],
  next: () => [
    { command: 'mp-tutor demo spawn', why: 'many at once: in which order do they run?' },
    { command: 'mp-tutor demo pool', why: 'workers that are started once, for many tasks' },
  ],
};

interface Way {
  readonly name: string;
  readonly tookMs: number;
  readonly price: number;
  readonly hasFile: boolean;
}

/** What the program came to tell of each way. */
function ways(facts: Facts): Way[] {
  const [took, sees, files] = [items(facts['tookMs']), items(facts['sees']), facts['hasFile']];
  return items(facts['ways']).flatMap((name, index) => {
    const [tookMs, price] = [took[index], sees[index]];
    return typeof tookMs === 'number' && typeof price === 'number' ? [{ name: String(name), tookMs, price, hasFile: Array.isArray(files) && files[index] === true }] : [];
  });
}

function quickest(facts: Facts): string {
  const times = ways(facts).map(({ tookMs }) => tookMs);
  return times.length === 0 ? 'none' : duration(Math.min(...times));
}

function ofWays(facts: Facts): string[] {
  const all = ways(facts);
  return all.length === 0 ? ['The program did not come to its end, so its starts cannot be compared.'] : all.flatMap(ofOne);
}

const THREAD = 'Worker';

function ofOne({ name, tookMs, price, hasFile }: Way): string[] {
  const who = name === THREAD ? 'A Worker' : name === 'Process' ? 'A process' : `A child by ${name}`;
  const how = price === 20 ? 'it began with a copy of the parent as it was' : 'it imported the file, without the part for the main program';
  const file = hasFile ? (name === THREAD ? 'The file that its process has open it can use' : 'The file that its parent has open is open in it too') : 'The file that its parent has open is not open in it';
  return [`${who} answered after ${duration(tookMs)} and sees price ${price}: ${how}. ${file}.`];
}

function ofAll(facts: Facts): string[] {
  const all = ways(facts).toSorted((a, b) => a.tookMs - b.tookMs);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || all.length < 2) {
    return [];
  }
  const warm = isPython(facts) && all.some(({ name }) => name === 'forkserver') && Number(facts['items']) < 3 ? ' The first child by forkserver waits for the server itself.' : '';
  return [`In this run ${last.name} took ${(last.tookMs / first.tookMs).toFixed(1)} times as long as ${first.name}.${warm}`];
}

function ofDeaths(facts: Facts): string[] {
  return deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`);
}
