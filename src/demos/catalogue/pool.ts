import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, duration, group, hanging, isPython, items, list, number } from './words.js';

export const pool: Demo = {
  name: 'pool',
  summary: 'a few worker processes share many tasks; results in the order of the items',
  settings: {
    workers: { default: 3, min: 1, max: 12, meaning: 'how many worker processes' },
    items: { default: 9, min: 1, max: 60, meaning: 'how many tasks' },
    delay: common.delay(1200, 'the pause in a task; each takes half to one and a half of it'),
    seed: common.seed,
    kill: common.kill(60, 'a worker that gets this item kills itself'),
  },
  facts: ['results', 'mapError', 'mapMs'],
  describe: ({ workers = 0, items: n = 0 }) => `${count(workers, 'worker')} · ${count(n, 'task')}`,
  comparison: ({ workers = 1, items: n = 1 }) => (workers > 1 && n > 1 ? { fact: 'mapMs', runs: { one: { workers: 1 }, all: {} } } : undefined),
  explain: (facts) =>
    isPython(facts)
      ? [ofWorkers(facts), ...ofDeathsInPython(facts), ...(facts['hung'] === true ? [hanging(facts)] : [ofOrder(facts), ...ofSpeed(facts)])]
      : [ofWorkers(facts), ...ofDeaths(facts), ofOrder(facts), ...ofSpeed(facts)],
  hangs: ({ kill = 0 }, runtime) => runtime === 'python' && kill > 0,
  figures: (facts) => ({
    'tasks by worker': Object.values(group(facts['tasksByPid'])).map((done) => items(done).length).join(' + '),
    ...withoutPauses(facts),
    ...(deaths(facts).length > 0 && {
      'workers that died': String(deaths(facts).length),
      'tasks that were tried again': String(number(facts, 'retries')),
      map: typeof facts['mapError'] === 'string' ? 'failed with an error' : facts['hung'] === true ? 'never returned' : 'gave all results',
    }),
  }),
  contrast: (node, python) =>
    deaths(node).length > 0 || deaths(python).length > 0
      ? [
          'The pool of this library knows which task a dead worker had: it gives it to another, and after the third death map fails with an error.',
          'Python\'s Pool starts another worker too, but forgets the task: map waits for ever, and nobody is told.',
        ]
      : [
          'In both, the workers are started once and share all the tasks, and map keeps the results in the order of the items.',
          ...(python['measured'] === undefined ? [] : ["Python's times without pauses include the start of the workers: its map may be called before they are there."]),
        ],
  next: ({ workers = 3, items: n = 9 }) => [
    { command: `mp-tutor demo pool --kill ${Math.min(2, n)}`, why: 'what if a task kills the worker that gets it?' },
    { command: `mp-tutor demo spawn --items ${Math.min(n, 12)}`, why: 'the contrast: a process for each item' },
    { command: `mp-tutor demo pool --workers ${workers + 3}`, why: 'are more workers always faster?' },
  ],
};

function ofWorkers(facts: Facts): string {
  const byPid = Object.entries(group(facts['tasksByPid']));
  const [busiest, done] = byPid.toSorted(([, a], [, b]) => items(b).length - items(a).length)[0] ?? ['', []];
  const which = items(done);
  const [pids, workers] = [number(facts, 'workerPids'), number(facts, 'workers')];
  if (which.length === 0) {
    return 'No task was done to its end.';
  }
  const isPart = pids < workers && deaths(facts).length === 0;
  const by = isPart ? `${pids} of ${count(workers, 'worker process', 'worker processes')}` : count(pids, 'worker process', 'worker processes');
  return (
    `${count(number(facts, 'tasks'), 'task')}, done by ${by}. ` +
    `No process was started for a task: ${busiest} did ${which.length > 1 ? `items ${list(which)}` : `item ${list(which)}`}.`
  );
}

function ofDeaths(facts: Facts): string[] {
  const dead = deaths(facts);
  if (dead.length === 0) {
    return [];
  }
  const retries = number(facts, 'retries');
  const again = retries > 0 ? `, and tried the task again${retries > 1 ? `, ${retries} times` : ''}` : '';
  const replaced =
    `${list(dead.map(({ pid }) => pid))} died by ${dead[0]?.signal}, ${ofDone(dead, facts)}. ` +
    `The pool noticed, started another worker${dead.length > 1 ? ' each time' : ''}${again}.`;
  const mapError = facts['mapError'];
  return typeof mapError === 'string'
    ? [replaced, `Then it gave that task up: map failed with ${mapError.split(':')[0]} instead of waiting for ever.`]
    : [replaced];
}

/** Python's pool learns of a death too, but not what it cost. */
function ofDeathsInPython(facts: Facts): string[] {
  const dead = deaths(facts);
  if (dead.length === 0) {
    return [];
  }
  const who = `${list(dead.map(({ pid }) => pid))} died by ${dead[0]?.signal}`;
  if (number(facts, 'kill') > 0) {
    return [
      `${who}, ${ofDone(dead, facts)}. The pool noticed and started another worker. But it does not know which task the dead one had: nobody does it again, and map waits for its result for ever.`,
      'concurrent.futures.ProcessPoolExecutor would have raised BrokenProcessPool: there the program is told.',
    ];
  }
  return [
    `${who}. The pool noticed and started another worker. What the dead one had in its hand, a task or the lock of the queue of tasks, does not come back.`,
  ];
}

/** What those that died had done before. */
function ofDone(dead: readonly { readonly pid: number }[], facts: Facts): string {
  const byPid = group(facts['tasksByPid']);
  const before = dead.map(({ pid }) => [pid, items(byPid[pid])] as const).filter(([, done]) => done.length > 0);
  if (before.length === 0) {
    return dead.length === 1 ? 'before it had done any task' : 'before any of them had done a task';
  }
  const did = list(before.map(([pid, done]) => `${pid} had done ${count(done.length, 'task')}`));
  return `in the middle of a task; before that, ${did}`;
}

function ofOrder(facts: Facts): string {
  const order = items(facts['completionOrder']).map(Number);
  const late = order.find((item, position) => (order[position + 1] ?? Infinity) < item);
  if (typeof facts['mapError'] === 'string') {
    return 'The first error ends a map; imap would have given the results of the other tasks.';
  }
  if (late === undefined) {
    return 'The tasks ended in the order of the items this time. The results are in that order at any time: map sees to it.';
  }
  const early = order[order.indexOf(late) + 1] ?? 0;
  return `Item ${late} was done before item ${early}, yet the results are in order: map puts them back.`;
}

function ofSpeed(facts: Facts): string[] {
  const measured = group(facts['measured']);
  const plain = group(facts['plain']);
  const [one, all] = [Number(measured['one']), Number(measured['all'])];
  if (!(one > 0 && all > 0)) {
    return [];
  }
  const [cores, processes, speedup] = [Number(plain['cores']), Number(plain['processes']), Number(plain['speedup'])];
  const isFree = speedup > processes * 0.8;
  const plainly = count(processes, 'plain busy process', 'plain busy processes');
  const bound = isFree
    ? `This machine allows about ${speedup.toFixed(2)} times: so much faster are ${plainly} that share the ${count(cores, 'core')}, without a pool.`
    : `Something else is using the ${count(cores, 'core')} of this machine: ${plainly} reach only ${speedup.toFixed(2)} just now. Try again later.`;
  const isWithStart = isPython(facts) ? ', the start of the workers included' : '';
  return [
    `Without the pauses${isWithStart}: 1 worker ${duration(one)}, ${count(number(facts, 'workers'), 'worker')} ${duration(all)}, ${(one / all).toFixed(1)} times as fast. ${bound}`,
  ];
}

function withoutPauses(facts: Facts): { [name: string]: string } {
  const { one, all } = group(facts['measured']);
  return one === undefined || all === undefined
    ? {}
    : { 'without pauses, 1 worker': duration(Number(one)), 'without pauses, all workers': duration(Number(all)) };
}
