import type { Facts } from '../../trace/facts.js';
import type { Demo, Values } from './demo.js';
import { count, duration, group, hanging, isPython, list, number } from './words.js';

const WAYS = ['loop', 'processes', 'threads', 'async'] as const;
type Way = (typeof WAYS)[number];

/** Times closer than this to each other are called about the same: the next run may turn them round. */
const ABOUT_THE_SAME = 1.15;

export const choosing: Demo = {
  name: 'choosing',
  summary: 'your own kind of job as a loop, processes, threads and async: time, memory, and what a crash takes along',
  settings: {
    items: { default: 6, min: 1, max: 30, meaning: 'how many jobs; each gets a process, a thread or a coroutine of its own' },
    compute: { default: 50, min: 0, max: 2000, meaning: 'how long each job computes', unit: 'ms' },
    wait: { default: 200, min: 0, max: 5000, meaning: 'how long each job waits, as for a server', unit: 'ms' },
    data: { default: 10, min: 0, max: 100, meaning: 'how much data each job is given', unit: 'MB' },
    crash: { default: 2, min: 0, max: 30, meaning: 'in a second run, the job that ends its process by SIGKILL; 0: no second run', unit: 'job' },
    workers: { none: 'each job has a process, a thread or a coroutine of its own; say how many jobs by --items' },
    delay: { none: 'the pauses are those of your job: --wait 500' },
    seed: { none: 'all jobs are alike' },
    kill: { none: 'which job crashes is said by --crash 3' },
  },
  facts: ['ms', 'memory', 'done', 'left'].flatMap((measure) => WAYS.map((way) => `${measure}.${way}`)),
  limitMs: ({ items = 0, compute = 0, wait = 0 }: Values) => 40_000 + 8 * items * (Number(compute) + Number(wait)),
  describe: ({ items = 0, compute = 0, wait = 0, data = 0 }) => `${count(items, 'job')}, each with ${compute} ms of computing, ${wait} ms of waiting, ${data} MB of data`,
  explain: (facts) => [...ofTime(facts), ...ofMemory(facts), ...ofCrash(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  table,
  figures: (facts) => Object.fromEntries(WAYS.map((way) => [`time: ${way}`, time(facts, way)])),
  contrast: () => [
    'A thread of Node is a whole JavaScript engine: it starts more slowly than one of Python, takes more memory, and computes on a core of its own.',
    'What a crash takes along is the same in both: the process in which it happens, and all that this process still had to do.',
  ],
  next: () => [
    { command: 'mp-tutor demo choosing --compute 0 --wait 500', why: 'jobs that only wait' },
    { command: 'mp-tutor demo choosing --compute 300 --wait 0', why: 'jobs that only compute' },
    { command: 'mp-tutor demo choosing --data 100', why: 'much data for each job' },
  ],
};

/** Not every way comes to its end: somebody may kill one of them. */
function measured(facts: Facts, measure: string, way: Way): number | undefined {
  const value = group(facts[measure])[way];
  return typeof value === 'number' ? value : undefined;
}

function time(facts: Facts, way: Way): string {
  const ms = measured(facts, 'ms', way);
  return ms === undefined ? '-' : duration(ms);
}

/** Whether one of the jobs crashes in the second run: the setting may name one that there is not. */
function crashes(facts: Facts): boolean {
  const crash = number(facts, 'crash');
  return crash > 0 && crash <= number(facts, 'items');
}

function table(facts: Facts): string[][] {
  const whole = (measure: string, way: Way, unit: string): string => `${measured(facts, measure, way) ?? '-'}${unit}`;
  const of = number(facts, 'items');
  const crashed = crashes(facts);
  return [
    ['way', 'time', 'memory', 'results', ...(crashed ? ['after a crash'] : [])],
    ...WAYS.map((way) => [way, time(facts, way), whole('memory', way, ' MB'), whole('done', way, ` of ${of}`), ...(crashed ? [whole('left', way, ` of ${of}`)] : [])]),
  ];
}

function ofTime(facts: Facts): string[] {
  const times = WAYS.flatMap((way) => {
    const ms = measured(facts, 'ms', way);
    return ms === undefined ? [] : [{ way, ms }];
  }).toSorted((one, other) => one.ms - other.ms);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || times.length < 2) {
    return ['The ways were not run to their end, so their times cannot be compared.'];
  }
  const near = times.filter(({ ms }) => ms <= first.ms * ABOUT_THE_SAME).map(({ way }) => way);
  const gil = isPython(facts) && facts['gil'] === true && number(facts, 'compute') > 0 ? ` ${number(facts, 'wait') > 0 ? 'Threads and coroutines overlap the waiting; with the GIL they' : 'With the GIL, threads and coroutines'} compute one at a time.` : '';
  return [
    near.length > 1
      ? `Shortest were ${list(near)}, with about ${duration(first.ms)}; longest took ${last.way}, ${duration(last.ms)}.${gil}`
      : `Shortest was ${first.way}, with ${duration(first.ms)}; longest took ${last.way}, ${duration(last.ms)}.${gil}`,
  ];
}

function ofMemory(facts: Facts): string[] {
  const [processes, threads] = [measured(facts, 'memory', 'processes'), measured(facts, 'memory', 'threads')];
  const jobs = number(facts, 'items');
  // Whoever did not come to its end has not told its memory.
  const areWhole = (['processes', 'threads'] as const).every((way) => measured(facts, 'done', way) === jobs && measured(facts, 'ms', way) !== undefined);
  if (processes === undefined || threads === undefined || jobs < 2 || !areWhole) {
    return [];
  }
  return [`All processes together had ${processes} MB of memory, and the one process with all the threads ${threads} MB.`];
}

function ofCrash(facts: Facts): string[] {
  const [crash, items] = [number(facts, 'crash'), number(facts, 'items')];
  const left = WAYS.map((way) => ({ way, results: measured(facts, 'left', way) }));
  if (!crashes(facts) || left.some(({ results }) => results === undefined)) {
    return [];
  }
  const told = left.map(({ way, results }) => `${way} ${results}`).join(', ');
  return [
    `Then job ${crash} was run into a SIGKILL. Of ${count(items, 'result')} there were: ${told}. A process takes along what it still had to do; what other processes do goes on.`,
  ];
}
