import type { Assertion, Proof } from '../course/index.js';
import type { Decision, Judgement, Tellings } from './judge.js';
import { counted, done, inBrackets, missing, nameOf, percent, ruleOfThree, type Series, seriesOf, untold } from './judge-common.js';
import { describeRun } from './runs.js';
import type { Told } from './telling.js';

type Uniform = Extract<Assertion, { kind: 'always' | 'never' | 'sometimes' | 'hung' }>;

/** What must be the same in every run: one run that is otherwise refutes it, and a contrast must have such a run. */
export function judgeUniform(proof: Proof, asserts: Uniform, told: Tellings): Judgement {
  const { expected, words } = meaning(asserts);
  const breaks = (each: Told | undefined): boolean => each?.value !== undefined && each.value !== expected;
  const runs = seriesOf('run', proof.runs, told);
  const contrasts = seriesOf('contrast', proof.contrasts, told);
  const broken = runs.find((series) => series.told.some(breaks));
  if (broken) {
    const index = broken.told.findIndex(breaks);
    return { status: 'fails', reason: `counterexample in ${nameOf(broken, index, proof)}${colon(broken.told[index]?.seen)}` };
  }
  // One run of the contrast that is otherwise is enough; what its others would tell does not matter.
  const open = contrasts.filter((series) => !series.told.some(breaks));
  const unknown = untold([...runs, ...open], proof);
  if (unknown) {
    return unknown;
  }
  const lacking = missing(runs, proof.times);
  const next = open.flatMap((series) => missing([series], proof.times).slice(0, 1));
  if (lacking.length > 0 || next.length > 0) {
    return { wants: [...lacking, ...next].toSorted((a, b) => a.index - b.index) };
  }
  const [holding] = open;
  if (holding) {
    const which = proof.contrasts.length > 1 ? `the contrast ${describeRun(holding.run)}` : 'its contrast';
    const seen = holding.told.at(-1)?.seen ?? '';
    return { status: 'proves nothing', reason: `${words.held} ${which} too, in ${outOf(done(holding))}${inBrackets(seen)}` };
  }
  const difference = `${words.broken} ${each(contrasts)}${inBrackets(firstSeen(contrasts, breaks))}`;
  const count = runs.reduce((sum, series) => sum + done(series), 0);
  return asserts.kind === 'never'
    ? neverSeen(count, ruleOfThree(Math.min(...runs.map(done))), difference)
    : { status: 'holds', reason: `${words.held} ${outOf(count)}, ${difference}` };
}

/** Runs that do not show something tell how rare it is at least. */
function neverSeen(count: number, bound: number, difference: string): Decision {
  // Of so few runs that it is 100 %, it says nothing.
  const rare = bound < 1 ? ` (at 95 % it happens in less than ${percent(bound)} of runs)` : '';
  return { status: 'holds', reason: `did not happen in ${counted(count)}${rare}, ${difference}`, bound };
}

/** Which value each run must have, and how that is said. */
function meaning(asserts: Uniform): { expected: boolean; words: { held: string; broken: string } } {
  switch (asserts.kind) {
    case 'never':
      return { expected: false, words: { held: 'did not happen in', broken: 'happened in' } };
    case 'hung':
      return asserts.hangs
        ? { expected: true, words: { held: 'hung in', broken: 'did not hang in' } }
        : { expected: false, words: { held: 'did not hang in', broken: 'hung in' } };
    default:
      return { expected: true, words: { held: 'holds in', broken: 'fails in' } };
  }
}

function each(contrasts: readonly Series[]): string {
  return contrasts.length === 1 ? 'its contrast' : `each of its ${contrasts.length} contrasts`;
}

function firstSeen(contrasts: readonly Series[], breaks: (told: Told | undefined) => boolean): string {
  return contrasts[0]?.told.find(breaks)?.seen ?? '';
}

function outOf(count: number): string {
  return count === 1 ? '1 of 1 run' : `${count} of ${counted(count)}`;
}

function colon(words = ''): string {
  return words === '' ? '' : `: ${words}`;
}
