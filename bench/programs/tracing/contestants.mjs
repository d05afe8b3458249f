/** A program, and what it is called with, as the three contestants of a row; `limit` is the longest that it may run traced, in ms. */
export function threeWays(...args) {
  const way = (name, variant) => ({ name, node: 'programs/tracing/run.mjs', args: [variant, ...args] });
  return {
    rounds: 9,
    contestants: [{ ...way('not traced', 'off'), ours: true }, way('no tracer in the code', 'none'), way('traced', 'on')],
    notes: [
      'No tracer in the code: a copy of the library from which a parser has cut every call of the tracer (bench/programs/tracing/untraced.mjs).',
      'Traced: each process appends its events to one file, one write each.',
    ],
  };
}
