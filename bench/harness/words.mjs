// How figures are written, on the screen and in docs/benchmarks.md.

/** Three digits that count: 12,300; 1.23. */
function figure(value) {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-9))));
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString('en', { minimumFractionDigits: Math.min(digits, 2), maximumFractionDigits: Math.min(digits, 2) });
}

/** One line a contestant: name, median, quartiles, ratio. */
export function cellsOf({ name, ours, median, low, high, ratio }) {
  return [ours ? `${name} (ours)` : name, figure(median), `${figure(low)} to ${figure(high)}`, ratio === undefined ? '' : ratio.toFixed(2)];
}

/** The last one is beside the row's `base`, or else the first of ours. */
export const HEADINGS = ['', 'median', 'quartiles', 'ratio'];

/** `met`, or by how much it was missed. */
export function targetLine({ says, verdict, beside, ratio, atLeast, atMost }) {
  if (verdict === 'not measured') {
    return `${says}: not measured`;
  }
  const wanted = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  const found = `${ratio.median.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}) × ${beside}`;
  return `${says}: ${verdict === 'met' ? 'met' : 'MISSED'}, ${found}; wanted ${wanted}`;
}
