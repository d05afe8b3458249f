/** The rows of what tracing costs differ in their work: `a`, `b` or `d`, as in the rows of these names. */
export function threeWays(work) {
  const way = (name, variant) => ({ name, node: 'programs/tracing/pairs.mjs', args: [variant, work] });
  const [off, none] = [{ ...way('not traced', 'off'), ours: true }, way('no tracer in the code', 'none')];
  return {
    unit: 'times the speed of a library without a tracer',
    better: 'more',
    base: none.name,
    contestants: [off, none, { ...way('traced', 'on'), ours: true }],
    targets: [{ says: 'not traced, at most 5 % slower', ours: off.name, beside: none.name, atLeast: 0.95 }],
    notes: [
      'Each does the same work in turns with a copy of the library from which a parser has cut every call of the tracer (bench/programs/tracing/untraced.mjs), in one process; the second line, such a copy beside another one, shows how precise that is.',
      'Traced: each process appends its events to one file, one write each.',
    ],
  };
}
