import type { Facts } from '../../trace/facts.js';
import { common, type Demo, type Values } from './demo.js';
import { count, deaths, duration, hanging, isPython, items, list, number, startMethod } from './words.js';

export const spawn: Demo = {
  name: 'spawn',
  summary: 'a process for each item: a PID and a memory of its own, printing in any order',
  settings: {
    workers: { none: 'spawn starts one process for each item: give --items' },
    items: { default: 4, min: 1, max: 12, meaning: 'how many items, and so processes' },
    delay: common.delay(1600, 'the least pause of a process; each takes one to three times as long'),
    seed: common.seed,
    kill: common.kill(12, 'the process of this item kills itself'),
  },
  facts: ['parentCounter'],
  describe: ({ items: n = 0 }) => `${count(n, 'process', 'processes')}, one for each item`,
  explain: (facts) =>
    facts['hung'] === true
      ? [ofPids(facts), ...ofDeaths(facts), hanging(facts)]
      : [ofPids(facts), ofOrder(facts), ofMemory(facts), ...ofDeaths(facts)],
  figures: (facts) => ({
    'the counter in the parent': String(number(facts, 'parentCounter')),
    ...(deaths(facts).length > 0 && { 'deaths that the parent learnt of': String(deaths(facts).length) }),
  }),
  contrast: (node, python) => [
    `A process of Node is a whole new Node, which imports the program. Python has three ways to start one, and this was ${startMethod(python)}: ${WAYS[startMethod(python)]}.`,
    `Either way each process has memory of its own: in the parents the counter is ${number(node, 'parentCounter')} and ${number(python, 'parentCounter')}.`,
  ],
  next: ({ items: n = 4 }: Values) => [
    { command: 'mp-tutor demo pool', why: 'the same with workers that are started only once' },
    { command: `mp-tutor demo spawn --kill ${Math.min(2, n)}`, why: 'what the parent learns when a child dies' },
    { command: 'mp-tutor demo spawn --source', why: 'the program' },
  ],
};

/** What each start method of Python does. */
const WAYS: { readonly [method: string]: string } = {
  fork: 'the OS copies the parent as it is, so nothing is started or imported anew',
  spawn: 'a whole new Python, which imports the program',
  forkserver: 'a server process is started once, and a copy of it imports the program each time',
};

function ofPids(facts: Facts): string {
  const pids = number(facts, 'workerPids');
  const start = number(facts, 'startMs');
  const cost = Number.isNaN(start) ? '' : ` It took about ${duration(start)} to start one.`;
  return `${count(pids, 'item')}, ${count(pids, 'process', 'processes')}, ${count(pids, 'PID')} besides the parent's.${cost}`;
}

function ofOrder(facts: Facts): string {
  const printed = items(facts['output']).flatMap((line) => /^item (\d+)/.exec(String(line))?.[1] ?? []);
  const started = Array.from({ length: number(facts, 'items') }, (_, index) => index + 1);
  if (printed.length < 2) {
    return 'With one process there is no order to be surprised by: try more items.';
  }
  return printed.join() === started.join()
    ? `They were started in the order ${started.join(' ')} and printed in that order too; nothing makes them, so try --seed 2.`
    : `They were started in the order ${started.join(' ')} and printed in the order ${printed.join(' ')}: nothing orders processes but what makes one wait for another.`;
}

function ofMemory(facts: Facts): string {
  return `The program has a variable counter, to which each process added its item. In the parent it is still ${number(facts, 'parentCounter')}, since each process has memory of its own.`;
}

function ofDeaths(facts: Facts): string[] {
  const dead = deaths(facts);
  const who = list(dead.map(({ name, pid }) => `${name} (${pid})`));
  const how = isPython(facts) ? 'from its exitcode, which is negative' : 'from join';
  return dead.length === 0
    ? []
    : [`${who} died by ${dead[0]?.signal}: the parent learnt it ${how}, and the other processes never noticed.`];
}
