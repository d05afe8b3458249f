import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, isPython, number } from './words.js';

export const race: Demo = {
  name: 'race',
  summary: 'processes add to one number, slowly enough to be watched: what is overwritten, and which lock prevents it?',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many processes add' },
    items: { default: 5, min: 1, max: 20, meaning: 'how many additions each makes' },
    guard: {
      default: 'access',
      values: {
        none: 'no lock',
        access: 'a lock around the reading, and again around the writing, as an Array or Value of Python has it by default',
        whole: 'a lock around all three steps',
      },
      meaning: 'what guards the number',
    },
    delay: common.delay(800, 'how long it takes from reading to writing; half to one and a half of it'),
    seed: common.seed,
    kill: { none: 'a dead holder is shown by mp-tutor demo shared-array --kill 3' },
  },
  facts: ['additions', 'total', 'lostUpdates'],
  limitMs: ({ workers = 0, items = 0, delay = 0 }) => 30_000 + 3 * workers * items * delay,
  describe: ({ workers = 0, items: n = 0, guard = '' }) => `${count(workers, 'process', 'processes')} · ${count(n, 'addition')} each · ${LOCKS[guard] ?? ''}`,
  explain: (facts) => [...ofTotal(facts), ...ofDeaths(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  figures: (facts) => ({ additions: figure(facts, 'additions'), 'in the number': figure(facts, 'total'), lost: figure(facts, 'lostUpdates') }),
  contrast: () => [
    'In both, to add is to read, to compute and to write, and whoever writes last overwrites what came in between.',
    "Python's Value and Array bring the lock of each access along. A SharedArray of this library has none.",
  ],
  next: ({ guard }) => [
    guard === 'whole'
      ? { command: 'mp-tutor demo race --guard none', why: 'without any lock' }
      : { command: 'mp-tutor demo race --guard whole', why: 'one lock around all three steps: how long does it take?' },
    { command: 'mp-tutor demo lock', why: 'what does a lock cost?' },
  ],
};

const LOCKS: { readonly [guard: string]: string } = {
  none: 'no lock',
  access: 'a lock around each access',
  whole: 'a lock around the whole',
};

function figure(facts: Facts, name: string): string {
  return typeof facts[name] === 'number' ? String(facts[name]) : '-';
}

function ofTotal(facts: Facts): string[] {
  const [additions, total, lost] = [number(facts, 'additions'), number(facts, 'total'), number(facts, 'lostUpdates')];
  if (Number.isNaN(lost)) {
    return ['The program did not come to count what was lost.'];
  }
  const sum = `${count(additions, 'addition was', 'additions were')} to be made, and the number is ${total}: ${lost === 0 ? 'none is' : count(lost, 'is', 'are')} missing.`;
  return [sum, lost === 0 ? ofNoLoss(facts) : ofLoss(facts)];
}

function ofLoss(facts: Facts): string {
  if (deaths(facts).length > 0) {
    return 'What a process that died had still to add is missing too.';
  }
  const read = 'Two processes read the same number, and both wrote it plus one.';
  return facts['guard'] === 'access'
    ? `${read} Each access had the lock${isPython(facts) ? ' that the Value brings along' : ''}, but it was let go in between.`
    : `${read} Nothing kept the second from reading before the first had written.`;
}

function ofNoLoss(facts: Facts): string {
  if (facts['workers'] === 1) {
    return 'There was nobody to race with.';
  }
  return facts['guard'] === 'whole'
    ? 'The lock was held from the reading to the writing, so nobody came in between; for that, they had to wait for each other.'
    : 'That was luck: nobody happened to come in between this time.';
}

function ofDeaths(facts: Facts): string[] {
  return deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`);
}
