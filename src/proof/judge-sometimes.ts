import type { Proof } from '../course/index.js';
import type { Judgement, Tellings } from './judge.js';
import { counted, inBrackets, missing, percent, ruleOfThree, type Series, seriesOf, untold } from './judge-common.js';
import { describeRun } from './runs.js';

/** What happens in one run and not in another; in the contrast it is the same in all of them. */
export function judgeSometimes(proof: Proof, told: Tellings): Judgement {
  const { times } = proof;
  const runs = seriesOf('run', proof.runs, told);
  const contrasts = seriesOf('contrast', proof.contrasts, told);
  const both = contrasts.find(hasBoth);
  const open = runs.filter((series) => !hasBoth(series));
  const unknown = untold([...open, ...contrasts], proof);
  if (unknown) {
    return unknown;
  }
  const constant = open.find((series) => known(series).length >= times);
  if (constant) {
    return { status: 'not seen', reason: oneOutcome(constant, runs.length) };
  }
  // What varies in its contrast too need not be run any further.
  const lacking = [...missing(open, times), ...(both ? [] : missing(contrasts, times))].toSorted((x, y) => x.index - y.index);
  if (lacking.length > 0) {
    return { wants: lacking };
  }
  if (both) {
    const which = contrasts.length > 1 ? `the contrast ${describeRun(both.run)}` : 'its contrast';
    return { status: 'proves nothing', reason: `${which} has both outcomes too, in ${shares(both)}` };
  }
  const seen = runs.map(shares).join(', ');
  const same = contrasts.map(shares).join(' and ');
  const facts = contrasts[0] ? known(contrasts[0])[0]?.seen ?? '' : '';
  return { status: 'holds', reason: `happened in ${seen}; in its contrast in ${same}${inBrackets(facts)}` };
}

function known({ told }: Series): { readonly value: boolean | number; readonly seen: string }[] {
  return told.flatMap((each) => (each?.value === undefined ? [] : [{ value: each.value, seen: each.seen }]));
}

function hasBoth(series: Series): boolean {
  return new Set(known(series).map(({ value }) => value)).size > 1;
}

function shares(series: Series): string {
  const all = known(series);
  return `${all.filter(({ value }) => value === true).length} of ${counted(all.length)}`;
}

function oneOutcome(series: Series, of: number): string {
  const which = of > 1 ? ` of ${describeRun(series.run)}` : '';
  const all = known(series);
  const last = all.at(-1);
  const happened = last?.value === true;
  const rare = `at 95 % it ${happened ? 'fails to happen' : 'happens'} in less than ${percent(ruleOfThree(all.length))} of runs`;
  return `${happened ? 'happened in each of' : 'did not happen in'} ${counted(all.length)}${which}${inBrackets(last?.seen ?? '')}; ${rare}`;
}
