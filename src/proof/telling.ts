import { type Assertion, factOf } from '../course/index.js';
import { compileExpression } from '../course/expression.js';
import type { Facts } from '../trace/facts.js';
import type { Sample } from './runs.js';
import { shownValues } from './shown-values.js';

/** What one run says of an assertion. `value` is as in `Evidence`; `seen` are the facts that matter, in words. */
export interface Told {
  readonly value: boolean | number | undefined;
  readonly why: string | undefined;
  readonly seen: string;
  readonly facts: Facts;
}

/** Reads an assertion once, to ask what each run says of it. */
export type Telling = (sample: Sample) => Told;

/** Ways to end that a claim has thought of: a failure, a limit that came while the program worked, and a hang. */
type Trouble = 'failure' | 'limit' | 'hang';

/** Of which of them an expression speaks that asks for these facts. */
const SPEAKS_OF: ReadonlyMap<string, readonly Trouble[]> = new Map([
  ['exitCode', ['failure']],
  ['signal', ['failure']],
  ['ending', ['failure', 'limit', 'hang']],
  ['hung', ['hang']],
]);

/** @param called - what asserts it, for reasons */
export function tellingOf(asserts: Assertion, called: 'claim' | 'check' = 'claim'): Telling {
  const ask = asking(asserts, called);
  return (sample) => {
    if ('error' in sample) {
      return { value: undefined, why: `it could not be run: ${sample.error}`, seen: '', facts: {} };
    }
    const { facts } = sample;
    const answer = ask(facts);
    return { value: answer.value, why: answer.why, seen: answer.seen, facts };
  };
}

type Answer = Omit<Told, 'facts'>;

function asking(asserts: Assertion, called: string): (facts: Facts) => Answer {
  switch (asserts.kind) {
    case 'hung':
      return (facts) => ofHung(facts, called);
    case 'ratio':
      return (facts) => ofNumber(asserts.fact, facts, called);
    default:
      return ofExpression(asserts.expression, called);
  }
}

const HANG: ReadonlySet<Trouble> = new Set(['hang']);
const NONE: ReadonlySet<Trouble> = new Set();

function ofHung(facts: Facts, called: string): Answer {
  const why = untoldOf(facts, HANG, called);
  const seen = facts['hung'] === true ? 'hung = true' : shownValues(['hung', 'elapsedMs'], facts);
  return { value: why === undefined ? facts['hung'] === true : undefined, why, seen };
}

function ofNumber(fact: string, facts: Facts, called: string): Answer {
  const value = factOf(facts, fact);
  const why = untoldOf(facts, NONE, called) ?? (typeof value === 'number' ? undefined : `it has no number ${fact}`);
  return { value: why === undefined && typeof value === 'number' ? value : undefined, why, seen: shownValues([fact], facts) };
}

function ofExpression(text: string, called: string): (facts: Facts) => Answer {
  const compiled = compileExpression(text, { returns: 'boolean' });
  if ('error' in compiled) {
    return () => ({ value: undefined, why: compiled.error, seen: '' });
  }
  const names = compiled.names.map(({ name }) => name);
  const minded = new Set(names.flatMap((name) => SPEAKS_OF.get(name) ?? []));
  return (facts) => {
    const seen = shownValues(names, facts);
    const why = untoldOf(facts, minded, called);
    if (why !== undefined) {
      return { value: undefined, why, seen };
    }
    const value = compiled.evaluate(facts);
    return typeof value === 'object' ? { value: undefined, why: value.error, seen } : { value, why: undefined, seen };
  };
}

/** Why a run tells nothing of what minds these ways to end. */
function untoldOf(facts: Facts, minded: ReadonlySet<Trouble>, called: string): string | undefined {
  const trouble = troubleOf(facts);
  if (trouble && !minded.has(trouble.kind)) {
    return `${trouble.words}, of which the ${called} says nothing`;
  }
  // Who asks how it ended, and not whether it hung, is told that its limit came.
  return trouble?.kind === 'hang' && facts['asleep'] === true && !minded.has('limit')
    ? `it only sleeps, for longer than its limit (${seconds(facts)}): give it a longer limit`
    : undefined;
}

/** Facts of a program that broke down, or that was cut off at its limit, are those of another program than was meant. */
function troubleOf(facts: Facts): { readonly kind: Trouble; readonly words: string } | undefined {
  const { ending, exitCode, signal, hung } = facts;
  if (hung === true) {
    return { kind: 'hang', words: `it hung until its limit, after ${seconds(facts)}` };
  }
  if (ending !== 'exited') {
    return { kind: 'limit', words: `it was still at work at its limit, after ${seconds(facts)}` };
  }
  if (typeof signal === 'string') {
    return { kind: 'failure', words: `${signal} ended it` };
  }
  return exitCode === 0 ? undefined : { kind: 'failure', words: `it failed with exit code ${Number(exitCode)}` };
}

function seconds({ elapsedMs }: Facts): string {
  return `${(Number(elapsedMs) / 1000).toFixed(1)} s`;
}
