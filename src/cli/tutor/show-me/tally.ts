import { factOf, matches } from '../../../course/index.js';
import type { Evidence } from '../../../proof/index.js';
import { describeValue } from '../describe-value.js';
import { partOf, type Said, type Showing } from './showing.js';

/** What was seen in some of the runs, and in how many. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  /** It is what the learner said. */
  readonly isSaid: boolean;
}

/** Values of facts beyond so many are counted together. */
const MOST_VALUES = 7;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What the runs of a claim have shown so far, of whichever value as a bar; of a ratio there is nothing to count. */
export function tally(showing: Showing): Bar[] {
  const { asserts, shows } = showing.claim.proof;
  const runs = partOf(showing, 'run').filter(({ value }) => value !== undefined);
  switch (asserts.kind) {
    case 'ratio':
      return [];
    case 'hung':
      return twoBars(['it hangs', 'it ends'], runs, saysHung(showing.said, asserts.hangs));
    case 'sometimes':
      return shows === undefined ? twoBars(['it happened', 'it did not happen'], runs, undefined) : byValue(shows, runs, showing.said);
    default: {
      if (shows !== undefined) {
        return byValue(shows, runs, showing.said);
      }
      const asTold = showing.isKey ? 'as the answer says' : 'as the claim says';
      return twoBars([asTold, 'otherwise'], runs, isRight(showing.said), asserts.kind === 'always');
    }
  }
}

/** Whether an answer is what the key says; of a prediction that is not to be told. */
function isRight(said: Said | undefined): boolean | undefined {
  return said?.kind === 'answer' ? said.right : undefined;
}

function saysHung(said: Said | undefined, hangs: boolean): boolean | undefined {
  if (said?.kind === 'prediction') {
    return said.fact === 'hung' ? matches(said.expected, true) : undefined;
  }
  const right = isRight(said);
  return right === undefined ? undefined : right === hangs;
}

/** `first` is the value of the expression that the first bar counts. */
function twoBars(
  [yes, no]: readonly [string, string],
  runs: readonly Evidence[],
  isFirstSaid: boolean | undefined,
  first = true,
): Bar[] {
  const count = runs.filter(({ value }) => value === first).length;
  return [
    { label: yes, count, isSaid: isFirstSaid === true },
    { label: no, count: runs.length - count, isSaid: isFirstSaid === false },
  ];
}

/** A bar for each value of the fact; numbers in their order, others as they came. */
function byValue(fact: string, runs: readonly Evidence[], said: Said | undefined): Bar[] {
  const values = runs.map(({ facts }) => factOf(facts, fact)).filter((value) => value !== undefined);
  const labels = values.map(describeValue);
  const bars = [...new Set(labels)].map((label) => {
    const value = values[labels.indexOf(label)];
    const count = labels.filter((each) => each === label).length;
    return { label, value, count, isSaid: said !== undefined && isSame(said, fact, label, value) };
  });
  const areNumbers = bars.every(({ value }) => typeof value === 'number');
  const unseen = bars.some(({ isSaid }) => isSaid) ? undefined : numberSaid(said, areNumbers);
  const all = unseen === undefined ? bars : [...bars, { label: `${unseen}`, value: unseen, count: 0, isSaid: true }];
  return together(areNumbers ? all.toSorted((a, b) => Number(a.value) - Number(b.value)) : all);
}

function isSame(said: Said, fact: string, label: string, value: unknown): boolean {
  return said.kind === 'prediction'
    ? said.fact === fact && matches(said.expected, value)
    : said.texts.some((text) => plain(text) === plain(label));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s'"`]/g, '');
}

/** A number that was said and has not been seen has a place among the others all the same. */
function numberSaid(said: Said | undefined, areNumbers: boolean): number | undefined {
  const [text, ...others] = said?.kind === 'answer' ? said.texts.map((each) => each.trim()) : [];
  return areNumbers && text !== undefined && others.length === 0 && NUMBER.test(text) ? Number(text) : undefined;
}

function together(bars: readonly Bar[]): Bar[] {
  if (bars.length <= MOST_VALUES) {
    return bars.map(({ label, count, isSaid }) => ({ label, count, isSaid }));
  }
  const kept = bars.toSorted((a, b) => Number(b.isSaid) - Number(a.isSaid) || b.count - a.count).slice(0, MOST_VALUES - 1);
  const rest = bars.filter((bar) => !kept.includes(bar));
  return [
    ...bars.filter((bar) => kept.includes(bar)).map(({ label, count, isSaid }) => ({ label, count, isSaid })),
    { label: `${rest.length} other values`, count: rest.reduce((sum, { count }) => sum + count, 0), isSaid: false },
  ];
}
