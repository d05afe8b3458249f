import type { Facts } from '../../trace/facts.js';
import type { Demo } from './demo.js';
import { count, deaths, duration, hanging, isPython, items, number } from './words.js';

export const copyingCost: Demo = {
  name: 'copying-cost',
  summary: 'what does it cost to hand data over: as a copy, given away, or shared?',
  settings: {
    megabytes: { default: 32, min: 1, max: 128, meaning: 'how much is handed over', unit: 'MB' },
    rounds: { default: 15, min: 1, max: 100, meaning: 'how often in each way; the median is told' },
    delay: { none: 'it measures, so nobody pauses' },
    workers: { none: 'there are two: one sends, one answers' },
    items: { none: 'the same is sent again and again; --rounds says how often' },
    seed: { none: 'nothing is left to chance but the machine' },
    kill: { none: 'nobody dies here; see mp-tutor demo crash' },
  },
  facts: ['ways', 'tookMs', 'left'],
  limitMs: ({ megabytes = 0, rounds = 0 }) => 30_000 + Number(megabytes) * Number(rounds) * 60,
  describe: ({ megabytes = 0, rounds = 0 }) => `${megabytes} MB · ${count(Number(rounds), 'round')} in each way`,
  explain: (facts) => [
    ...ofTimes(facts),
    ...ofLeft(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  table: (facts) => (ways(facts).length === 0 ? [] : [['', 'there and an answer back'], ...ways(facts).map(({ name, ms }) => [name, duration(ms)])]),
  figures: (facts) => {
    const byName = new Map(ways(facts).map(({ name, ms }) => [name, duration(ms)]));
    return { 'as a copy': byName.get('clone') ?? byName.get('bytes') ?? '-', shared: byName.get('share') ?? '-' };
  },
  contrast: () => [
    'In both, a copy costs time for each byte, and sharing does not.',
    'Here the buffer goes to another thread of the process. In Python it goes through a pipe to another process, as bytes, or as a list, of which each number is pickled by itself.',
  ],
  next: ({ megabytes = 32 }) => [
    { command: `mp-tutor demo copying-cost --megabytes ${Number(megabytes) === 1 ? 32 : 1}`, why: 'another size: which of the times change?' },
    { command: 'mp-tutor demo shared-array', why: 'memory that processes have in common' },
  ],
};

function ways(facts: Facts): { name: string; ms: number; left: number }[] {
  const [took, left] = [items(facts['tookMs']), items(facts['left'])];
  return items(facts['ways']).flatMap((name, index) => {
    const ms = took[index];
    return typeof ms === 'number' ? [{ name: String(name), ms, left: Number(left[index]) }] : [];
  });
}

function ofTimes(facts: Facts): string[] {
  const all = ways(facts).toSorted((a, b) => b.ms - a.ms);
  const [slowest, quickest] = [all[0], all.at(-1)];
  if (slowest === undefined || quickest === undefined || all.length < 2) {
    return ['The run ended before two ways had been measured.'];
  }
  return [
    `To hand over ${number(facts, 'megabytes')} MB took ${all.map(({ name, ms }) => `${duration(ms)} as "${name}"`).join(', ')}: "${slowest.name}" took ${(slowest.ms / quickest.ms).toFixed(0)} times as long as "${quickest.name}".`,
    isPython(facts)
      ? 'A list is pickled number by number, bytes in one go; of shared memory only the name is sent.'
      : 'A clone is a copy of each byte; what is transferred or shared is not copied at all.',
  ];
}

function ofLeft(facts: Facts): string[] {
  return ways(facts)
    .filter(({ left }) => left === 0)
    .map(({ name }) => `After "${name}" the sender had no byte left: the buffer belongs to the receiver.`);
}
