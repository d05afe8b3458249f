import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, number, text } from './words.js';

export const exceptions: Demo = {
  name: 'exceptions',
  summary: 'one task of a pool fails: where does its exception go, and what becomes of the other results?',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many workers the pool has' },
    items: { default: 8, min: 1, max: 60, meaning: 'how many tasks there are' },
    bad: { default: 3, min: 0, max: 60, meaning: 'the task of this item fails; 0: none does', unit: 'item' },
    way: {
      default: 'map',
      values: { map: 'all results at once', imap: 'one by one, each asked for by itself', inside: 'map, and the task catches its own exception' },
      meaning: 'how the results are asked for',
    },
    delay: common.delay(1500, 'how long each task takes'),
    seed: { none: 'all tasks take as long' },
    kill: { none: 'an exception is no death; see mp-tutor demo crash' },
  },
  facts: ['results', 'error', 'sameWorkers'],
  describe: ({ workers = 0, items: n = 0, bad = 0, way = '' }) =>
    `${count(workers, 'worker')} · ${count(n, 'task')} · ${Number(bad) > 0 && Number(bad) <= n ? `task ${bad} fails` : 'none fails'} · ${way}`,
  explain: (facts) => [
    ...ofResults(facts),
    ...ofWorkers(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  figures: (facts) => ({
    'results in the parent': told(facts) ? `${number(facts, 'results')} of ${number(facts, 'items')}` : '-',
    'raised in the parent': text(facts['error']) || '-',
    'the same workers afterwards': facts['sameWorkers'] === true ? 'yes' : facts['sameWorkers'] === false ? 'no' : '-',
  }),
  contrast: () => [
    'In both, the exception is sent back instead of a result, and raised where the results are asked for.',
    "Python pickles it and adds the worker's traceback as text; here it is the error that the library sends by its name, message and stack.",
  ],
  next: ({ way = 'map' }) => [
    { command: `mp-tutor demo exceptions --way ${way === 'imap' ? 'inside' : 'imap'}`, why: 'another way: how many results are left?' },
    { command: 'mp-tutor demo crash', why: 'a worker that dies sends no exception' },
  ],
};

function told(facts: Facts): boolean {
  return typeof facts['results'] === 'number';
}

function ofResults(facts: Facts): string[] {
  if (!told(facts)) {
    return ['The run ended before the parent had told what it got.'];
  }
  const [results, all, error] = [number(facts, 'results'), number(facts, 'items'), text(facts['error'])];
  const missing = all - results;
  if (error !== '' && error !== 'none') {
    return [`${error} was raised in the parent, by the call that asked for the results: it has ${results} of ${all}. The other tasks may be done, but map gives all results or none.`];
  }
  const how = facts['way'] === 'imap' ? 'imap raised an exception in its turn, and went on behind it' : 'the task caught its exception itself, so map saw none';
  return missing === 0 ? [`No task failed, and the parent has all ${all} results.`] : [`The parent has ${results} of ${all} results: ${how}.`];
}

function ofWorkers(facts: Facts): string[] {
  if (facts['sameWorkers'] !== true) {
    return [];
  }
  const hasFailed = facts['way'] !== 'inside' && number(facts, 'results') < number(facts, 'items');
  return [`The workers are the same as before${hasFailed ? ': a worker catches the exception of its task, and takes the next one' : ''}.`];
}
