import type { Assertion, Proof } from '../course/index.js';
import { compileExpression } from '../course/expression.js';
import type { Judgement, Tellings } from './judge.js';
import { missing, type Series, seriesOf, untold } from './judge-common.js';
import { describeRun } from './runs.js';

type Ratio = Extract<Assertion, { kind: 'ratio' }>;

/** The ratio of two medians, and those of the turns: the runs that were done next to each other. */
interface Measured {
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

/** Compares medians of runs that were done by turns, so that what slows the machine for a while slows all of them. */
export function judgeRatio(proof: Proof, { expression, fact, to }: Ratio, told: Tellings): Judgement {
  const compared = seriesOf('to', [to], told);
  const runs = seriesOf('run', proof.runs, told);
  const contrasts = seriesOf('contrast', proof.contrasts, told);
  const all = [...runs, ...compared, ...contrasts];
  const unknown = untold(all, proof);
  if (unknown) {
    return unknown;
  }
  // In this order, each turn after the other.
  const lacking = missing(all, proof.times);
  if (lacking.length > 0) {
    return { wants: lacking };
  }
  const base = values(compared[0]);
  if (base.some((value) => value <= 0)) {
    return { status: 'untold', reason: `${fact} of ${describeRun(to)} is not above 0: there is no ratio to it` };
  }
  const measured = (series: Series): Measured => measure(values(series), base);
  const holds = holding(expression);
  const failing = runs.find((series) => holds(measured(series)) !== true);
  if (failing) {
    const value = holds(measured(failing));
    const which = runs.length > 1 ? ` of ${describeRun(failing.run)}` : '';
    return typeof value === 'string'
      ? { status: 'untold', reason: value }
      : { status: 'fails', reason: `${describe(measured(failing), proof.times)}${which} is not ${expression}` };
  }
  const same = contrasts.find((series) => holds(measured(series)) !== false);
  const own = runs.map((series) => describe(measured(series), proof.times)).join(', ');
  if (same) {
    return { status: 'proves nothing', reason: `${own}; it holds in its contrast too: ${describe(measured(same), proof.times)}` };
  }
  return { status: 'holds', reason: `${own}; in its contrast ${contrasts.map((series) => describe(measured(series), proof.times)).join(', ')}` };
}

function values(series: Series | undefined): number[] {
  return series?.told.map((each) => Number(each?.value)) ?? [];
}

function measure(run: readonly number[], base: readonly number[]): Measured {
  const turns = run.map((value, index) => value / (base[index] ?? Number.NaN));
  return { ratio: median(run) / median(base), least: Math.min(...turns), most: Math.max(...turns) };
}

/** @returns why there is no answer, if there is none */
function holding(expression: string): (measured: Measured) => boolean | string {
  const compiled = compileExpression(expression, { returns: 'boolean' });
  return ({ ratio }) => {
    const value = 'error' in compiled ? compiled : compiled.evaluate({ ratio });
    return typeof value === 'object' ? value.error : value === true;
  };
}

function describe({ ratio, least, most }: Measured, times: number): string {
  return `ratio ${ratio.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)} in ${times === 1 ? '1 turn' : `${times} turns`})`;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
