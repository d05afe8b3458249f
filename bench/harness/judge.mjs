// From the values of all rounds to what is published: medians, ratios, and whether a target was reached.
import { median, summarize } from './statistics.mjs';

/** The values of a row, less what a contestant names in `less` (the bare runtime, measured in the same round). */
export function netValues(contestants, values) {
  return new Map(
    contestants.map(({ name, less }) => {
      const own = values.get(name) ?? [];
      const bare = less === undefined ? undefined : (values.get(less) ?? []);
      return [name, bare ? own.slice(0, bare.length).map((value, round) => value - bare[round]) : own];
    }),
  );
}

/** @returns for each contestant that was measured: median, quartiles, and the ratio of medians to that of the base */
export function results({ contestants, base: baseName }, values) {
  const isBase = ({ ours, name }) => (baseName === undefined ? ours : name === baseName);
  const first = contestants.find((contestant) => isBase(contestant) && values.get(contestant.name)?.length > 0);
  const base = first && median(values.get(first.name));
  return contestants
    .filter(({ name }) => values.get(name)?.length > 0)
    .map(({ name, ours = false }) => {
      const summary = summarize(values.get(name));
      return { name, ours, ...summary, ...(base === undefined ? {} : { ratio: summary.median / base }) };
    });
}

/**
 * A target compares one of ours with another contestant, or with the best of several: `ours`, `beside`, and `atLeast` or
 * `atMost`; without a limit it only tells the ratio. That is taken in each round, so that a change of the machine falls on
 * both; its median counts. Beside the best of several a target is met only when all of them were measured.
 */
export function judgeTargets({ targets = [], better }, values) {
  return targets.map(({ says, ours, beside, atLeast, atMost }) => {
    const asked = [beside].flat();
    const names = asked.filter((name) => values.get(name)?.length > 0);
    const mine = values.get(ours) ?? [];
    if (mine.length === 0 || names.length === 0) {
      return { says, verdict: 'not measured' };
    }
    const sign = better === 'more' ? -1 : 1;
    const [best] = names.toSorted((one, other) => sign * (median(values.get(one)) - median(values.get(other))));
    const ratio = summarize(mine.map((value, round) => value / values.get(best)[round]));
    const judged = verdict(ratio.median, atLeast, atMost);
    return { says, verdict: judged === 'met' && names.length < asked.length ? 'open' : judged, beside: best, ratio, atLeast, atMost };
  });
}

function verdict(ratio, atLeast = -Infinity, atMost = Infinity) {
  if (atLeast === -Infinity && atMost === Infinity) {
    return 'told';
  }
  return ratio >= atLeast && ratio <= atMost ? 'met' : 'missed';
}
