import type { Assertion, Claim, ProofRun } from '../../../course/index.js';
import type { Evidence } from '../../../proof/index.js';
import { expressionInWords } from './expression-words.js';
import { factsOf, seenFacts } from './seen-facts.js';
import { partOf, type Showing } from './showing.js';

/** What is asserted: how often, in words, and as it is written; `words` is undefined where there are no short ones. */
export interface Asserted {
  readonly label: string;
  readonly words: string | undefined;
  readonly written: string | undefined;
}

const LABELS = { always: 'Always', never: 'Never', sometimes: 'Sometimes' } as const;

export function asserted({ proof: { asserts, runs } }: Claim): Asserted {
  switch (asserts.kind) {
    case 'hung': {
      const seconds = (runs[0]?.limitMs ?? 0) / 1000;
      return asserts.hangs
        ? { label: 'Hangs', words: `after ${seconds} s it is not over, and no process of it uses a CPU any more`, written: undefined }
        : { label: 'Ends', words: `it comes to its end within ${seconds} s`, written: undefined };
    }
    case 'ratio': {
      const words = expressionInWords(asserts.expression);
      return { label: 'Ratio', words: words?.replace(/\bratio\b/, `the ratio of the medians of ${asserts.fact}`), written: asserts.expression };
    }
    default:
      return { label: LABELS[asserts.kind], words: expressionInWords(asserts.expression), written: asserts.expression };
  }
}

/** What its contrast says of a claim so far. */
export function contrastInWords(showing: Showing, contrast: ProofRun): string {
  const { claim } = showing;
  const { asserts, times } = claim.proof;
  const runs = partOf(showing, 'contrast').filter(({ run }) => run === contrast);
  const why = runs.find((each) => each.why !== undefined)?.why;
  if (runs.length === 0) {
    return showing.end ? 'was not run' : 'not run yet';
  }
  if (asserts.kind === 'ratio') {
    return why ?? measured(runs, asserts.fact);
  }
  const seen = seenFacts(factsOf(claim), runs);
  if (asserts.kind === 'sometimes') {
    const happened = runs.filter(({ value }) => value === true).length;
    const isConstant = happened === 0 || happened === runs.length;
    return `${isConstant ? 'always the same' : 'not always the same'}: happened in ${happened} of ${counted(runs.length)} (of ${times})${colon(seen)}`;
  }
  const failed = runs.filter(({ value }) => value !== undefined && value !== expectedOf(asserts));
  if (failed.length > 0) {
    return `it fails, as it must${colon(seenFacts(factsOf(claim), failed))}`;
  }
  return why === undefined ? `it has not failed in ${counted(runs.length)} of ${times}${colon(seen)}` : `does not tell: ${why}`;
}

/** The median of a fact of the runs, and of how many. */
export function measured(runs: readonly Evidence[], fact: string): string {
  const median = medianOf(runs);
  return median === undefined ? 'not measured' : `${inUnits(median, fact)} (median of ${counted(runs.length)})`;
}

export function medianOf(runs: readonly Evidence[]): number | undefined {
  const sorted = runs.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])).toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}

/** As in `812 ms`; of facts that are no times, the number alone. */
export function inUnits(value: number, fact: string): string {
  const figure = value >= 100 ? value.toFixed(0) : `${Number(value.toPrecision(3))}`;
  return fact.endsWith('Ms') ? `${figure} ms` : figure;
}

/** Which value each run must have. */
function expectedOf(asserts: Exclude<Assertion, { kind: 'ratio' }>): boolean {
  return asserts.kind === 'hung' ? asserts.hangs : asserts.kind !== 'never';
}

function counted(count: number): string {
  return count === 1 ? '1 run' : `${count} runs`;
}

function colon(words: string): string {
  return words === '' ? '' : `: ${words}`;
}
