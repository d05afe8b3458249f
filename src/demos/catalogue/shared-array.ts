import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, hanging, isPython, items, number } from './words.js';

export const sharedArray: Demo = {
  name: 'shared-array',
  summary: 'memory that processes share: nothing is copied, and nothing is protected but by a lock or Atomics',
  settings: {
    workers: { default: 2, min: 1, max: 8, meaning: 'how many processes' },
    items: { default: 8, min: 1, max: 24, meaning: 'how many cells' },
    delay: common.delay(1300, 'the pause before a cell; half to one and a half of it'),
    seed: common.seed,
    kill: common.kill(24, 'the process that gets this cell kills itself while it holds the lock'),
  },
  facts: ['squares', 'increments', 'plain', 'atomic', 'locked', 'lostUpdates'],
  describe: ({ workers = 0, items: n = 0 }) => `${count(workers, 'process', 'processes')} · ${count(n, 'cell')}`,
  hangs: ({ kill = 0 }, runtime) => runtime === 'python' && kill > 0,
  explain: (facts) =>
    isPython(facts)
      ? facts['hung'] === true
        ? [...ofDeathsInPython(facts), hanging(facts)]
        : [ofCells(facts), ...ofDeathsInPython(facts), ofRaceInPython(facts)]
      : [ofCells(facts), ...ofDeaths(facts), ofRace(facts)],
  figures: (facts) => ({
    'lost without a lock': share(facts, number(facts, 'lostUpdates')),
    'lost under the lock': share(facts, number(facts, 'increments') - number(facts, 'locked')),
    ...((number(facts, 'kill') > 0 || deaths(facts).length > 0) && { 'the lock of the dead': items(facts['deadHolders']).length > 0 ? 'taken over by the next' : facts['hung'] === true ? 'held for ever' : 'not wanted by anybody' }),
  }),
  contrast: (node, python) =>
    number(node, 'kill') > 0 || deaths(node).length > 0 || deaths(python).length > 0
      ? [
          'The lock of this library is a word with the PID of its holder: whoever waits sees that the holder is dead, and takes it over.',
          "Python's lock is a semaphore of the OS, which does not know who holds it: when the holder is dead, all wait for ever.",
        ]
      : [
          'In both, adding is a read and a write, so what two processes do at the same time can be lost.',
          'JavaScript has Atomics, which add in one step. Python has no such thing for shared memory, only locks.',
        ],
  next: ({ items: n = 8 }) => [
    { command: `mp-tutor demo shared-array --kill ${Math.min(3, n)}`, why: 'what if somebody dies with the lock in its hand?' },
    { command: 'mp-tutor demo shared-array --workers 1', why: 'does one process alone lose anything?' },
    { command: 'mp-tutor demo threads', why: 'threads share memory too: which do I need?' },
  ],
};

function ofCells(facts: Facts): string {
  const squares = items(facts['squares']);
  const done = squares.filter((value, index) => value === (index + 1) ** 2).length;
  return `The processes squared ${done === squares.length ? 'the' : `${done} of ${squares.length}`} cells where they lie, one at a time under the lock, and the parent reads ${squares.slice(0, 6).join(' ')}${squares.length > 6 ? ' …' : ''} there: nothing was sent.`;
}

function ofRace(facts: Facts): string {
  const [increments, lost] = [number(facts, 'increments'), number(facts, 'lostUpdates')];
  const figures = `Of ${increments.toLocaleString('en')} increments by reading and writing, ${lost.toLocaleString('en')} were lost`;
  const others = `with Atomics.add ${increments - number(facts, 'atomic')}, and under the lock ${increments - number(facts, 'locked')}.`;
  if (lost > 0) {
    return `${figures}: two processes read the same number, and one of them was overwritten. ${capital(others)}`;
  }
  return `${figures}: ${number(facts, 'processes') <= 3 && facts['workers'] === 1 ? 'one process has nobody to race with' : 'by luck, and no proof that it is safe; run it again'}. ${capital(others)}`;
}

function ofDeaths(facts: Facts): string[] {
  return deaths(facts).map(({ name, pid, signal }) => {
    const taken = items(facts['deadHolders']).includes(pid);
    const next = taken
      ? 'The next process that wanted the lock noticed that its holder was dead and took it over: nobody hangs.'
      : 'Nobody else needed the lock any more.';
    return `${name} (${pid}) died by ${signal} while it held the lock. ${next} Its cells stay as they were.`;
  });
}

function ofRaceInPython(facts: Facts): string {
  const [increments, lost] = [number(facts, 'increments'), number(facts, 'lostUpdates')];
  const figures = `Of ${increments.toLocaleString('en')} increments by \`+= 1\`, ${lost.toLocaleString('en')} were lost`;
  const locked = `With the lock around the whole of it: ${increments - number(facts, 'locked')}.`;
  const why =
    lost > 0
      ? ', although the Array has a lock: it guards each read and each write, but not both together'
      : facts['workers'] === 1
        ? ': one process has nobody to race with'
        : ': by luck, and no proof that it is safe; run it again';
  return `${figures}${why}. ${locked}`;
}

function ofDeathsInPython(facts: Facts): string[] {
  const kill = number(facts, 'kill');
  return kill > 0
    ? [
        `The process that squared cell ${kill} killed itself while it held the lock of the Array. That lock is a semaphore of the OS: it does not know who holds it, so nobody gives it back, and whoever wants it waits for ever.`,
      ]
    : deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}. If it held the lock, nobody gives it back.`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function share(facts: Facts, lost: number): string {
  const of = number(facts, 'increments');
  return Number.isNaN(of) ? '-' : `${lost.toLocaleString('en')} of ${of.toLocaleString('en')}`;
}
