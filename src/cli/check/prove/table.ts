import type { Verdict } from '../../../proof/index.js';
import { clean, type Paint, pad, wrap } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import { isWell, kindOf } from './words.js';

const KIND = 9;
const RUNS = 4;
const VERDICT = 14;
const GAP = 2;
/** Narrower than this, the sentence of a claim has lines of its own. */
const NARROW = 64;

/** What came of each claim, lesson by lesson, in at most so many columns. */
export function verdictTable(verdicts: readonly Verdict[], columns: number, paint: Paint): string[] {
  const isNarrow = columns < NARROW;
  const room = columns - (isNarrow ? GAP : KIND + RUNS + VERDICT + 4 * GAP);
  const heading = isNarrow ? [] : [paint.dim(row([pad('claim', room), ...cells('kind', 'runs', 'verdict')]))];
  const lessons = [...new Set(verdicts.map(({ claim }) => claim.lesson))];
  return [
    ...heading,
    ...lessons.flatMap((lesson) => [
      paint.strong(clean(lesson)),
      ...verdicts.filter(({ claim }) => claim.lesson === lesson).flatMap((each) => (isNarrow ? record : line)(each, room, paint)),
    ]),
  ];
}

function line(verdict: Verdict, room: number, paint: Paint): string[] {
  const { claim, evidence, status } = verdict;
  const [first = '', ...rest] = wrap(clean(claim.text), room);
  const styled = isWell(verdict) ? status : paint.bad(status);
  const [kind, runs] = cells(kindOf(claim.proof), `${evidence.length}`, '');
  return [row([pad(first, room), kind, runs, styled]), ...rest.map((part) => row([part]))];
}

function record(verdict: Verdict, room: number, paint: Paint): string[] {
  const { claim, evidence, status } = verdict;
  const figures = wrap(`${kindOf(claim.proof)}, ${counted(evidence.length, 'run')}: ${status}`, room, '  ');
  return [...wrap(clean(claim.text), room), ...figures.map((part) => (isWell(verdict) ? paint.dim(part) : paint.bad(part)))].map((part) => row([part]));
}

function cells(kind: string, runs: string, verdict: string): [string, string, string] {
  return [pad(kind, KIND), pad(runs, RUNS, 'right'), verdict];
}

function row(parts: readonly string[]): string {
  return `${' '.repeat(GAP)}${parts.join(' '.repeat(GAP))}`.trimEnd();
}
