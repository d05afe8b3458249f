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

/** An expression that speaks of one of these has thought of runs that end otherwise than well. */
const ENDINGS = new Set(['ending', 'exitCode', 'signal', 'hung']);

export function tellingOf(asserts: Assertion): Telling {
  const ask = asking(asserts);
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

function asking(asserts: Assertion): (facts: Facts) => Answer {
  switch (asserts.kind) {
    case 'hung':
      return ofHung;
    case 'ratio':
      return (facts) => ofNumber(asserts.fact, facts);
    default:
      return ofExpression(asserts.expression);
  }
}

function ofHung(facts: Facts): Answer {
  const why = unmentioned(facts);
  const seen = facts['hung'] === true ? 'hung = true' : shownValues(['hung', 'elapsedMs'], facts);
  return { value: why === undefined ? facts['hung'] === true : undefined, why, seen };
}

function ofNumber(fact: string, facts: Facts): Answer {
  const value = factOf(facts, fact);
  const why = unmentioned(facts) ?? (typeof value === 'number' ? undefined : `it has no number ${fact}`);
  return { value: why === undefined && typeof value === 'number' ? value : undefined, why, seen: shownValues([fact], facts) };
}

function ofExpression(text: string): (facts: Facts) => Answer {
  const compiled = compileExpression(text, { returns: 'boolean' });
  if ('error' in compiled) {
    return () => ({ value: undefined, why: compiled.error, seen: '' });
  }
  const names = compiled.names.map(({ name }) => name);
  const minds = names.some((name) => ENDINGS.has(name));
  return (facts) => {
    const seen = shownValues(names, facts);
    const why = minds ? undefined : unmentioned(facts);
    if (why !== undefined) {
      return { value: undefined, why, seen };
    }
    const value = compiled.evaluate(facts);
    return typeof value === 'object' ? { value: undefined, why: value.error, seen } : { value, why: undefined, seen };
  };
}

function unmentioned(facts: Facts): string | undefined {
  const wrong = wentWrong(facts);
  return wrong === undefined ? undefined : `${wrong}, of which the claim says nothing`;
}

/** Facts of a program that broke down, or that was cut off while it worked, are those of another program than was meant. */
function wentWrong({ ending, exitCode, signal, hung, elapsedMs }: Facts): string | undefined {
  if (hung === true) {
    return undefined;
  }
  if (ending !== 'exited') {
    return `it was still at work at its limit, after ${(Number(elapsedMs) / 1000).toFixed(1)} s`;
  }
  if (typeof signal === 'string') {
    return `${signal} ended it`;
  }
  return exitCode === 0 ? undefined : `it failed with exit code ${Number(exitCode)}`;
}
