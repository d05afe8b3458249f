import type { Facts } from '../../trace/facts.js';
import type { Demo } from './demo.js';
import { count, duration, hanging, number } from './words.js';

/** Below this, what it takes to begin and to answer is too large a part of it. */
const TOO_SHORT_MS = 5;

export const falseSharing: Demo = {
  name: 'false-sharing',
  summary: 'two threads count, each in a cell of its own: are they slower if the cells are neighbours?',
  settings: {
    bytes: { default: 256, min: 4, max: 1024, meaning: 'how far the other two cells are apart; rounded to whole cells of 4 bytes', unit: 'bytes' },
    steps: { default: 4_000_000, min: 1000, max: 100_000_000, meaning: 'how far each thread counts in a round' },
    rounds: { default: 15, min: 1, max: 100, meaning: 'how often both are measured, by turns; the medians are told' },
    delay: { none: 'it measures, so nobody pauses' },
    workers: { none: 'there are two threads, one for each cell' },
    items: { none: 'there are no items; --steps says how far each thread counts' },
    seed: { none: 'nothing is left to chance but the machine' },
    kill: { none: 'threads have no PID of their own' },
  },
  facts: ['nearMs', 'farMs'],
  runtimes: ['node'],
  limitMs: ({ steps = 0, rounds = 0 }) => 30_000 + Number(steps) * Number(rounds) * 0.001,
  describe: ({ bytes = 0, rounds = 0 }) => `2 threads · cells side by side, then ${bytes} bytes apart · ${count(Number(rounds), 'round')}`,
  explain: (facts) => [...ofTimes(facts), ...(facts['hung'] === true ? [hanging(facts)] : [])],
  next: () => [
    { command: 'mp-tutor demo false-sharing --bytes 4', why: 'both pairs side by side: is there still a difference?' },
    { command: 'mp-tutor demo false-sharing --bytes 64', why: 'just one line of 64 bytes further: is that enough here?' },
    { command: 'mp-tutor demo shared-array', why: 'threads that do share a cell' },
  ],
};

function ofTimes(facts: Facts): string[] {
  const [near, far, bytes] = [number(facts, 'nearMs'), number(facts, 'farMs'), 4 * Math.floor(number(facts, 'bytes') / 4)];
  if (Number.isNaN(near) || Number.isNaN(far)) {
    return ['The run ended before both had been measured.'];
  }
  const ratio = near / far;
  const told = `In cells side by side the threads took ${duration(near)}, in cells ${bytes} bytes apart ${duration(far)}: ${ratio.toFixed(2)} times as long.`;
  const why =
    near < TOO_SHORT_MS
      ? 'That is so short that the messages to the threads may be most of it: --steps makes it longer.'
      : bytes < 64
        ? 'Both pairs of cells may lie in one cache line, so both may be held back alike.'
        : ratio > 1.3
          ? 'No variable is shared. But a core that writes needs the whole cache line for itself, and neighbours lie in one line, which goes to and fro between the cores.'
          : 'In this run neighbours were not clearly slower: the threads may have run on one core, on two that share a cache, or beside other programs.';
  return [told, why];
}
