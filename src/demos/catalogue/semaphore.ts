import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, isPython, items, number } from './words.js';

export const semaphore: Demo = {
  name: 'semaphore',
  summary: 'at most so many inside at the same time: a semaphore, or a queue of tokens',
  settings: {
    workers: { default: 6, min: 1, max: 12, meaning: 'how many processes want in' },
    places: { default: 2, min: 1, max: 12, meaning: 'how many places there are' },
    delay: common.delay(1500, 'how long each stays inside'),
    kill: { none: 'nobody dies here' },
  },
  facts: ['mostInside'],
  limitMs: ({ workers = 0, delay = 0 }) => 30_000 + 2 * workers * delay,
  describe: ({ workers = 0, places = 0 }) => `${count(workers, 'process', 'processes')} · ${count(Number(places), 'place')}`,
  explain: (facts) => [...ofMost(facts), ofEnd(facts), ...ofDeaths(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  figures: (facts) => ({
    'most inside at once': typeof facts['mostInside'] === 'number' ? String(facts['mostInside']) : '-',
    'have been inside': String(done(facts)),
  }),
  contrast: () => [
    "Python has a Semaphore, which is a number. In this library a queue of tokens does the same: a place is a token, and it is with one process or in the queue.",
    'In both, who finds no place waits, and nothing says who is next.',
  ],
  next: ({ workers = 6 }) => [
    { command: 'mp-tutor demo semaphore --places 1', why: 'one place: that is a lock' },
    { command: `mp-tutor demo semaphore --workers ${workers} --places ${workers}`, why: 'as many places as want in: does anybody wait?' },
    { command: 'mp-tutor demo deadlock', why: 'when each needs two' },
  ],
};

function done(facts: Facts): number {
  return items(facts['output']).filter((line) => /^process \d+ was inside$/.test(String(line))).length;
}

function ofMost(facts: Facts): string[] {
  const [most, places, workers] = [number(facts, 'mostInside'), number(facts, 'places'), number(facts, 'workers')];
  if (Number.isNaN(most)) {
    return ['The program did not come to count how many were inside.'];
  }
  const at = `${count(workers, 'process', 'processes')} wanted in, there ${places === 1 ? 'was' : 'were'} ${count(places, 'place')}, and at most ${count(most, 'process was', 'processes were')} inside at the same time.`;
  const what = isPython(facts) ? 'The semaphore counts the free places' : 'There are as many tokens in the queue as there are free places';
  return most > places || workers <= places ? [at] : [`${at} ${what}: who finds none waits until somebody leaves.`];
}

function ofEnd(facts: Facts): string {
  const alike = number(facts, 'places') > 1 && number(facts, 'mostInside') > 1;
  const all = `${count(done(facts), 'process has', 'processes have')} been inside.`;
  return alike ? `${all} Two that are inside together can still race: a semaphore is no lock.` : all;
}

function ofDeaths(facts: Facts): string[] {
  return deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}. A place that it had is not given back.`);
}
