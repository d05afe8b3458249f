// How figures are written, on the screen and in docs/benchmarks.md.

/** Three digits that count: 12,300; 1.23; 0.0012. */
function figure(value) {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-4))));
  const fraction = Math.abs(value) < 0.1 ? digits : Math.min(digits, 2);
  return Number(value.toPrecision(3)).toLocaleString('en', { minimumFractionDigits: Math.min(fraction, 2), maximumFractionDigits: fraction });
}

/** One line a contestant: name, median, quartiles, ratio. */
export function cellsOf({ name, ours, median, low, high, ratio }) {
  return [ours ? `${name} (ours)` : name, figure(median), `${figure(low)} to ${figure(high)}`, ratio === undefined ? '' : figure(ratio)];
}

/** The last one is beside the row's `base`, or else the first of ours. */
export const HEADINGS = ['', 'median', 'quartiles', 'ratio'];

/** `at least 8`, or nothing. */
export function wanted({ atLeast, atMost }) {
  return atLeast === undefined ? (atMost === undefined ? '' : `at most ${atMost}`) : `at least ${atLeast}`;
}

/** What was found: a ratio, its quartiles, and beside whom. */
export const found = ({ beside, ratio }) => `${figure(ratio.median)} (${figure(ratio.low)} to ${figure(ratio.high)}) × ${beside}`;

const VERDICTS = { told: '', open: 'open, since not all peers were measured' };

/** `met`, or by how much of what was wanted it was missed. */
export function verdictOf({ verdict, ratio, atLeast, atMost }) {
  if (verdict !== 'missed') {
    return VERDICTS[verdict] ?? verdict;
  }
  const by = atLeast === undefined ? ratio.median / atMost - 1 : 1 - ratio.median / atLeast;
  return `MISSED by ${Number((by * 100).toPrecision(2))} %`;
}

/** A target in one line. */
export function targetLine(target) {
  if (target.verdict === 'not measured') {
    return `${target.says}: not measured`;
  }
  const parts = [verdictOf(target), found(target)].filter(Boolean).join(', ');
  return `${target.says}: ${parts}${wanted(target) && `; wanted ${wanted(target)}`}`;
}
