import type { Claim } from '../../../course/index.js';
import { factOf } from '../../../course/index.js';
import { compileExpression } from '../../../course/expression.js';
import type { Evidence } from '../../../proof/index.js';
import { clean } from '../../../terminal/index.js';
import { describeValue } from '../describe-value.js';

/** Values of one fact beyond so many are left out. */
const MOST_VALUES = 3;
/** In characters. */
const LONGEST_VALUE = 60;

/** The facts that decide about a claim, by their names. */
export function factsOf({ proof: { asserts } }: Claim): string[] {
  switch (asserts.kind) {
    case 'hung':
      return ['hung'];
    case 'ratio':
      return [asserts.fact];
    default: {
      const compiled = compileExpression(asserts.expression, { returns: 'boolean' });
      return 'error' in compiled ? [] : [...new Set(compiled.names.map(({ name }) => name))];
    }
  }
}

/** What these runs had of the facts, as in `workerPids = 3 in 4 runs, 2 in 1 run`. */
export function seenFacts(names: readonly string[], runs: readonly Evidence[]): string {
  return names.flatMap((name) => {
    const seen = runs.map(({ facts }) => factOf(facts, name)).filter((value) => value !== undefined).map(brief);
    return seen.length === 0 ? [] : [`${name} = ${inHowMany(seen)}`];
  }).join('; ');
}

function inHowMany(seen: readonly string[]): string {
  const different = [...new Set(seen)];
  if (different.length === 1) {
    return different[0] ?? '';
  }
  const shown = different.slice(0, MOST_VALUES).map((value) => {
    const count = seen.filter((each) => each === value).length;
    return `${value} in ${count === 1 ? '1 run' : `${count} runs`}`;
  });
  const more = different.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function brief(value: unknown): string {
  const text = clean(describeValue(value));
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
