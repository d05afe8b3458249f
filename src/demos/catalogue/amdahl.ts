import type { Facts } from '../../trace/facts.js';
import { common, type Demo } from './demo.js';
import { count, deaths, duration, hanging, items, number } from './words.js';

export const amdahl: Demo = {
  name: 'amdahl',
  summary: 'a part of the work is done alone: how many times as fast do more and more processes get?',
  settings: {
    workers: { default: 8, min: 1, max: 16, meaning: 'up to how many processes share the rest' },
    alone: { default: 25, min: 0, max: 100, meaning: 'how much of the work must be done alone', unit: 'percent' },
    kind: {
      default: 'computes',
      values: { computes: 'the work computes, so cores matter', waits: 'the work waits, so they do not' },
      meaning: 'what the work is',
    },
    delay: common.delay(1200, 'how long one process takes for all of it, about'),
    items: { none: 'there is a share for each process' },
    seed: { none: 'all shares are equal' },
    kill: { none: 'nobody dies here; see mp-tutor demo crash' },
  },
  facts: ['counts', 'tookMs'],
  limitMs: ({ delay = 0 }) => 40_000 + 12 * delay,
  describe: ({ workers = 0, alone = 0, kind = '' }) => `up to ${count(workers, 'process', 'processes')} · ${alone} % alone · it ${kind}`,
  explain: (facts) => [
    ...ofBest(facts),
    ...ofLaw(facts),
    ...deaths(facts).map(({ name, pid, signal }) => `${name} (${pid}) died by ${signal}.`),
    ...(facts['hung'] === true ? [hanging(facts)] : []),
  ],
  table: (facts) =>
    rounds(facts).length === 0
      ? []
      : [['processes', 'took', 'speed-up', 'by the law at most'], ...rounds(facts).map(({ processes, ms, speedUp, bound }) => [String(processes), duration(ms), speedUp.toFixed(2), bound.toFixed(2)])],
  figures: (facts) => Object.fromEntries(rounds(facts).slice(1).map(({ processes, speedUp }) => [`speed-up of ${processes}`, speedUp.toFixed(2)])),
  contrast: () => ['The law is about the part that is done alone, and knows no language.', 'Both start their processes before the time is taken, so what they cost is not in it.'],
  next: ({ kind = 'computes', alone = 25 }) => [
    kind === 'waits'
      ? { command: 'mp-tutor demo amdahl --kind computes', why: 'work that computes: now the cores are a limit too' }
      : { command: 'mp-tutor demo amdahl --kind waits', why: 'work that waits: only the law is left as a limit' },
    { command: `mp-tutor demo amdahl --alone ${Number(alone) === 50 ? 0 : 50}`, why: 'another part alone: what is possible now?' },
  ],
};

interface Round {
  readonly processes: number;
  readonly ms: number;
  readonly speedUp: number;
  readonly bound: number;
}

/** What was measured, for each number of processes. */
function rounds(facts: Facts): Round[] {
  const took = items(facts['tookMs']).map(Number);
  const [one = Number.NaN] = took;
  const alone = number(facts, 'alone') / 100;
  return items(facts['counts'])
    .map(Number)
    .flatMap((processes, index) => {
      const ms = took[index];
      return ms === undefined ? [] : [{ processes, ms, speedUp: one / ms, bound: 1 / (alone + (1 - alone) / processes) }];
    });
}

function ofBest(facts: Facts): string[] {
  const all = rounds(facts);
  const best = all.toSorted((a, b) => b.speedUp - a.speedUp)[0];
  const last = all.at(-1);
  if (number(facts, 'workers') === 1) {
    return ['There was one process at most, so there is nothing to compare it with.'];
  }
  if (best === undefined || last === undefined || all.length < 2) {
    return ['The run ended before two numbers of processes could be compared.'];
  }
  return [`${count(last.processes, 'process was', 'processes were')} ${last.speedUp.toFixed(2)} times as fast as one; the best were ${best.processes}, with ${best.speedUp.toFixed(2)}.`];
}

function ofLaw(facts: Facts): string[] {
  const last = rounds(facts).at(-1);
  const alone = number(facts, 'alone');
  if (last === undefined || Number.isNaN(alone)) {
    return [];
  }
  const most = alone === 0 ? 'Nothing was done alone, so the law sets no limit for more' : `However many there are, it can never be more than ${(100 / alone).toFixed(1)}`;
  const cores = facts['kind'] === 'computes' ? ' It computes, so it is no faster than the free cores either.' : '';
  const noise = last.speedUp > last.bound * 1.02 ? ' That more was measured means that one process was held back while it was timed.' : '';
  return [`With ${alone} % done alone, ${last.processes} can be at most ${last.bound.toFixed(2)} times as fast. ${most}.${cores}${noise}`];
}
