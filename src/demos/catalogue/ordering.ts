import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, isPython, items, list, number } from './words.js';

export const ordering: Demo = {
  name: 'ordering',
  summary: 'processes started in one order: do they print in it? And what does map put in order?',
  settings: {
    workers: { default: 4, min: 2, max: 8, meaning: 'how many processes are started in each round' },
    rounds: { default: 3, min: 1, max: 20, meaning: 'how often they are started' },
    delay: common.delay(1200, 'the pause before a process prints; none to one and a half of it, another in each round'),
    seed: { ...common.seed, meaning: 'which processes take longer; the same seed, the same pauses' },
    items: { none: 'each process prints once in a round; --rounds says how many rounds' },
    kill: { none: 'nobody dies here; see mp-tutor demo spawn --kill 2' },
  },
  facts: ['mapped'],
  describe: ({ workers = 0, rounds = 0 }) => `${count(workers, 'process', 'processes')} · ${count(Number(rounds), 'round')} · then a pool`,
  limitMs: ({ workers = 0, rounds = 0, delay = 0 }) => 30_000 + (Number(rounds) + 1) * (2 * delay + 500 * workers),
  explain: (facts) => [
    ...ofRounds(facts),
    ...ofMap(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}; what it had not printed by then is missing.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  figures: (facts) => ({
    'orders of the lines': String(new Set(roundsOf(facts).map(String)).size),
    'rounds in the order of starting': `${roundsOf(facts).filter(inOrder).length} of ${roundsOf(facts).length}`,
    'tasks of the pool done in order': tasksOf(facts).length === 0 ? '-' : inOrder(tasksOf(facts)) ? 'yes' : 'no',
    'results of map': items(facts['mapped']).join(' ') || '-',
  }),
  contrast: () => [
    'In both, a process prints when it gets to it, and map puts what is returned in the order of the items.',
    'Python keeps what is printed into a pipe until a process ends; here each line is flushed, so that it comes at once. Node writes each line at once.',
  ],
  next: () => [
    { command: 'mp-tutor demo ordering --delay 0', why: 'without pauses: is the order the same in each round?' },
    { command: 'mp-tutor demo ordering --workers 2 --rounds 10', why: 'two processes, and only two orders' },
    { command: 'mp-tutor demo pool', why: 'how a pool shares out its tasks' },
  ],
};

/** The lines of each round in which all processes have printed, by their numbers; without that of the pool. */
function roundsOf(facts: Facts): number[][] {
  const byRound = linesByRound(facts);
  const pool = number(facts, 'rounds') + 1;
  return [...byRound].filter(([round, lines]) => round !== pool && lines.length === number(facts, 'workers')).map(([, lines]) => lines);
}

/** What the tasks of the pool printed. */
function tasksOf(facts: Facts): number[] {
  return linesByRound(facts).get(number(facts, 'rounds') + 1) ?? [];
}

function linesByRound(facts: Facts): Map<number, number[]> {
  const byRound = new Map<number, number[]>();
  for (const line of items(facts['output'])) {
    const [, round, process] = /^round (\d+): process (\d+)$/.exec(String(line)) ?? [];
    if (round !== undefined) {
      byRound.set(Number(round), [...(byRound.get(Number(round)) ?? []), Number(process)]);
    }
  }
  return byRound;
}

function inOrder(numbers: readonly number[]): boolean {
  return numbers.every((each, index) => index === 0 || Number(numbers[index - 1]) < each);
}

function ofRounds(facts: Facts): string[] {
  const rounds = roundsOf(facts);
  if (rounds.length === 0) {
    return ['No round was completed, so there is no order to compare.'];
  }
  const shown = rounds.slice(0, 3).map((lines) => lines.join(' '));
  const orders = new Set(rounds.map(String)).size;
  const why = number(facts, 'delay') > 0 ? 'It depends on the pauses here, on how long each start takes, and on which core is free' : 'It depends on how long each start takes, and on which core is free';
  return [
    `In ${count(rounds.length, 'round')} the processes were started in the same order, and their lines came in ${count(orders, 'order')}: ${shown.join('; ')}${rounds.length > 3 ? '; …' : ''}. They were in the order of starting in ${rounds.filter(inOrder).length} of ${rounds.length}.`,
    `${why}: nothing makes one process wait for another.`,
  ];
}

function ofMap(facts: Facts): string[] {
  const [printed, mapped] = [tasksOf(facts), items(facts['mapped'])];
  return mapped.length === 0
    ? []
    : [`Then the ${isPython(facts) ? 'pool of Python' : 'pool'} did the same work: its tasks printed ${list(printed)}, and map gave ${list(mapped)}, in the order of the items.`];
}
