import { clean, type Paint, pad, wrap } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import type { Row } from './row.js';
import { isWell } from './words.js';

const KIND = 9;
const RUNS = 4;
const VERDICT = 14;
const GAP = 2;
/** Narrower than this, the sentence of a claim has lines of its own. */
const NARROW = 64;

/** What came of each claim and exercise, lesson by lesson, in at most so many columns. */
export function verdictTable(rows: readonly Row[], columns: number, paint: Paint): string[] {
  const isNarrow = columns < NARROW;
  const room = columns - (isNarrow ? GAP : KIND + RUNS + VERDICT + 4 * GAP);
  const heading = isNarrow ? [] : [paint.dim(cellsIn([pad('claim', room), ...cells('kind', 'runs', 'verdict')]))];
  const lessons = [...new Set(rows.map(({ lesson }) => lesson))];
  return [
    ...heading,
    ...lessons.flatMap((lesson) => [
      paint.strong(clean(lesson)),
      ...rows.filter((each) => each.lesson === lesson).flatMap((each) => (isNarrow ? record : line)(each, room, paint)),
    ]),
  ];
}

function line(row: Row, room: number, paint: Paint): string[] {
  const [first = '', ...rest] = wrap(clean(row.text), room);
  const styled = isWell(row) ? row.status : paint.bad(row.status);
  const [kind, runs] = cells(row.kind, `${row.runs}`, '');
  return [cellsIn([pad(first, room), kind, runs, styled]), ...rest.map((part) => cellsIn([part]))];
}

function record(row: Row, room: number, paint: Paint): string[] {
  const figures = wrap(`${row.kind}, ${counted(row.runs, 'run')}: ${row.status}`, room, '  ');
  return [...wrap(clean(row.text), room), ...figures.map((part) => (isWell(row) ? paint.dim(part) : paint.bad(part)))].map((part) => cellsIn([part]));
}

function cells(kind: string, runs: string, verdict: string): [string, string, string] {
  return [pad(kind, KIND), pad(runs, RUNS, 'right'), verdict];
}

function cellsIn(parts: readonly string[]): string {
  return `${' '.repeat(GAP)}${parts.join(' '.repeat(GAP))}`.trimEnd();
}
