import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, isPython, number, text } from './words.js';

export const crash: Demo = {
  name: 'crash',
  summary: 'one task kills its worker, each time it is done: who notices, and what is lost?',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many workers there are' },
    items: { default: 6, min: 1, max: 40, meaning: 'how many tasks there are' },
    kill: { default: 3, min: 0, max: 40, meaning: 'the task with this item kills its worker; 0: none does', unit: 'item' },
    notices: {
      default: 'everybody',
      values: {
        nobody: 'the parent only waits for results',
        everybody: 'all that is not done fails',
        retry: 'what is lost is tried again, twice',
      },
      meaning: 'who notices that a worker has died',
    },
    delay: common.delay(900, 'how long each task takes'),
    seed: { none: 'all tasks take as long' },
  },
  facts: ['results', 'error'],
  hangs: ({ kill = 0, items: n = 0, notices }) => notices === 'nobody' && kill > 0 && kill <= n,
  limitMs: ({ items: n = 0, delay = 0, notices, kill = 0 }) =>
    notices === 'nobody' && kill > 0 && kill <= n ? 7000 + 2 * n * delay : 30_000 + 4 * n * delay,
  describe: ({ workers = 0, items: n = 0, kill = 0, notices = '' }) =>
    `${count(workers, 'worker')} · ${count(n, 'task')} · ${kill > 0 && kill <= n ? `task ${kill} kills its worker` : 'none kills its worker'} · ${notices} notices`.replace('retry notices', 'lost tasks are tried again'),
  explain: (facts) => [...ofDeaths(facts), ...ofResults(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  figures: (facts) => ({
    'results in the parent': told(facts) ? `${number(facts, 'results')} of ${number(facts, 'items')}` : '-',
    'error in the parent': text(facts['error']) || '-',
    'workers that died': String(deaths(facts).length),
    'it hung': facts['hung'] === true ? 'yes' : 'no',
  }),
  contrast: () => [
    'In both, a crash itself ends one process and no other. What becomes of the rest is up to the pool.',
    "Python's Pool.map waits for ever for the result of a dead worker, and ProcessPoolExecutor breaks as a whole. The pool of this library knows who had which task.",
  ],
  next: ({ notices = 'everybody' }) => [
    notices === 'nobody'
      ? { command: 'mp-tutor demo crash --notices retry', why: 'the same, with a pool that tries again and gives up' }
      : { command: 'mp-tutor demo crash --notices nobody', why: 'the same, with a parent that only waits for results' },
    { command: 'mp-tutor demo exceptions', why: 'a task that fails and says so' },
  ],
};

function told(facts: Facts): boolean {
  return typeof facts['results'] === 'number';
}

function ofDeaths(facts: Facts): string[] {
  const dead = deaths(facts);
  return dead.length === 0 ? ['No worker was seen to die.'] : [`${count(dead.length, 'process was', 'processes were')} ended by a signal: ${dead.map(({ name, pid, signal }) => `${name} (${pid}) by ${signal}`).join(', ')}.`];
}

function ofResults(facts: Facts): string[] {
  if (!told(facts)) {
    return ['The parent never came to count its results.'];
  }
  const [results, all, error] = [number(facts, 'results'), number(facts, 'items'), text(facts['error'])];
  if (error === 'none' || error === '') {
    return [`The parent has ${results} of ${all} results.`];
  }
  const how =
    facts['notices'] === 'retry'
      ? 'What was lost was tried again; what kills its worker each time was given up in the end'
      : isPython(facts)
        ? 'The executor broke, and all that was not done failed with it'
        : 'The results were asked for together, so all are lost with one';
  return [`The parent got ${error}, and has ${results} of ${all} results. ${how}.`];
}
