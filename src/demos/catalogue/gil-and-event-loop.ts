import type { Facts } from '../../trace/facts.js';
import type { Demo } from './demo.js';
import { deaths, duration, group, hanging, isPython } from './words.js';

const WAYS = ['one', 'async', 'threads', 'processes'] as const;
type Way = (typeof WAYS)[number];

/** Milliseconds of a way: how long it took, and the longest time between two beats of the timer. */
interface Measured {
  readonly ms: number;
  readonly gap: number;
}

export const gilAndEventLoop: Demo = {
  name: 'gil-and-event-loop',
  summary: 'two computations and a timer on one thread, in threads and in processes: what runs at the same time?',
  settings: {
    compute: { default: 600, min: 20, max: 5000, meaning: 'about how long one computation takes alone', unit: 'ms' },
    workers: { none: 'there are always two computations' },
  },
  facts: ['ms', 'gap'].flatMap((kind) => WAYS.map((way) => `${kind}.${way}`)),
  limitMs: ({ compute = 0 }) => 30_000 + 16 * Number(compute),
  describe: ({ compute = 0 }) => `two computations of about ${compute} ms each · a timer of 10 ms`,
  explain: (facts) => [
    ...ofWays(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  table: (facts) => {
    const rows = WAYS.flatMap((way) => {
      const each = measured(facts, way);
      return each ? [[TITLES[way], duration(each.ms), duration(each.gap)]] : [];
    });
    return rows.length === 0 ? [] : [['', 'took', 'longest wait of the timer'], ...rows];
  },
  figures: (facts) => Object.fromEntries(WAYS.flatMap((way) => {
    const each = measured(facts, way);
    return [[TITLES[way], each ? duration(each.ms) : '-'], [`the timer meanwhile: ${TITLES[way]}`, each ? duration(each.gap) : '-']];
  })),
  contrast: (_, python) => [
    python['gil'] === false
      ? 'This Python has no GIL: its threads compute at the same time, as those of Node do.'
      : "Node's threads have a JavaScript engine each, and compute at the same time. Python's threads share one interpreter and its GIL, so one of them computes at a time.",
    'In both, a computation on the thread of the event loop keeps all timers waiting; in a process of its own it does not.',
  ],
  next: () => [
    { command: 'mp-tutor demo io-waiting', why: 'tasks that wait, instead of computing' },
    { command: 'mp-tutor demo choosing', why: 'your own kind of job, in four ways' },
  ],
};

const TITLES: { readonly [way in Way]: string } = { one: 'one alone', async: 'two with async', threads: 'two threads', processes: 'two processes' };

function measured(facts: Facts, way: Way): Measured | undefined {
  const [ms, gap] = [group(facts['ms'])[way], group(facts['gap'])[way]];
  return typeof ms === 'number' && typeof gap === 'number' ? { ms, gap } : undefined;
}

function ofWays(facts: Facts): string[] {
  const [one, async, threads, processes] = WAYS.map((way) => measured(facts, way));
  if (!(one && async && threads && processes)) {
    return ['The program did not come to its end, so its ways cannot be compared.'];
  }
  const times = (each: Measured): string => `${duration(each.ms)}, ${(each.ms / one.ms).toFixed(1)} times as long as one alone`;
  return [
    `Two with async took ${times(async)}: they have one thread, which runs one after the other. Meanwhile the timer of 10 ms waited up to ${duration(async.gap)}.`,
    `In two threads they took ${times(threads)}. ${ofThreads(facts)} The timer waited up to ${duration(threads.gap)}.`,
    `In two processes they took ${times(processes)}; the timer waited up to ${duration(processes.gap)}. Where other programs want the cores as well, all of this takes longer.`,
  ];
}

function ofThreads(facts: Facts): string {
  if (!isPython(facts)) {
    return 'A thread of Node has an engine and an event loop of its own, so it needs no turn of the main thread.';
  }
  return facts['gil'] === false ? 'This Python has no GIL, so both can compute at the same time.' : 'The GIL lets one thread of a process run Python code at a time; the others, the event loop among them, take turns with it.';
}
