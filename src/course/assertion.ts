import type { Assertion } from './claim.js';
import { brief } from './controls.js';
import { compileExpression } from './expression.js';
import type { Name } from './expression-names.js';
import { isFactOf, isGroupOf, unknownFact } from './facts.js';
import type { Spot } from './findings.js';
import type { Call } from './lesson.js';
import type { Manner, PlacedRun } from './manner.js';
import { type LocatedText, type Mapping, quoted } from './mapping.js';
import { readRuns } from './proof-runs.js';
import type { Reading } from './reading.js';

/** What asserts something: with which kinds, what it is called, and how to mend a second assertion. */
export interface Asserter {
  readonly kinds: readonly Assertion['kind'][];
  readonly called: string;
  readonly another: string;
}

export const PROOF: Asserter = {
  kinds: ['always', 'never', 'sometimes', 'hung', 'ratio'], called: 'proof', another: 'keep one; write another claim for the other',
};
export const CHECK: Asserter = {
  kinds: ['always', 'never', 'sometimes', 'hung'], called: 'check', another: 'keep one; write another check for the other',
};

/** What the runs of a proof have besides. */
const OF_RUNS = ['startMethod', 'stdout'];
const LEAST_LIMIT_OF_HUNG_MS = 2000;
const MEND_TEXT = 'write an expression, in \'single quotes\' if it begins with a sign';

/** What is being read. */
export interface Asserting {
  readonly mapping: Mapping;
  /** Of the fence. */
  readonly spot: Spot;
  readonly manner: Manner;
  /** Those of the claim and of its contrast, as far as they could be read. */
  readonly runs: readonly PlacedRun[];
  readonly reading: Reading;
}

/** The one assertion of a proof or a check; undefined when it cannot be used, as the findings then say. */
export function readAssertion(asserting: Asserting, asserter: Asserter): Assertion | undefined {
  const { mapping, spot, reading: { findings } } = asserting;
  const kinds = asserter.kinds.filter((kind) => mapping.has(kind)).toSorted((one, other) => mapping.order(one) - mapping.order(other));
  if (kinds.length === 0) {
    const [first, ...others] = asserter.kinds;
    findings.broken(spot, `the ${asserter.called} asserts nothing`, `write one of \`${first}: expression\`, ${quoted(others)}`);
  }
  for (const kind of kinds.slice(1)) {
    findings.broken(mapping.spot(kind), `this is a second assertion beside \`${kinds[0]}\``, asserter.another);
  }
  for (const key of ['compare', 'to'].filter((each) => mapping.has(each) && !mapping.has('ratio'))) {
    findings.flawed(mapping.spot(key), `\`${key}\` means nothing without \`ratio\``, 'take it away, or write `ratio: ratio < 0.8`');
  }
  const [assertion] = kinds.map((kind) => readKind(kind, asserting));
  return assertion;
}

function readKind(kind: Assertion['kind'], asserting: Asserting): Assertion | undefined {
  switch (kind) {
    case 'hung': return readHung(asserting);
    case 'ratio': return readRatio(asserting);
    default: {
      const expression = readExpression(kind, asserting, (name, at) => checkName(name, at, asserting));
      return expression === undefined ? undefined : { kind, expression };
    }
  }
}

function readHung(asserting: Asserting): Assertion | undefined {
  checkHungLimit(asserting);
  const hangs = asserting.mapping.boolean('hung');
  return hangs === undefined ? undefined : { kind: 'hung', hangs };
}

/** Whether a program hangs, its last second before the limit decides; before that it has to come so far. */
function checkHungLimit({ mapping, manner, reading: { findings } }: Asserting): void {
  if (manner.limitMs < LEAST_LIMIT_OF_HUNG_MS) {
    findings.broken(
      mapping.spot('limit'),
      'whether a program hangs is seen in the last second before its limit, so this limit is too short',
      `write \`limit: ${LEAST_LIMIT_OF_HUNG_MS / 1000}\` or more`,
    );
  }
}

function readRatio(asserting: Asserting): Assertion | undefined {
  const { mapping, manner, reading } = asserting;
  const expression = readExpression('ratio', asserting, ({ name }, at) => {
    if (name !== 'ratio') {
      reading.findings.broken(at, `only \`ratio\` is known here, not \`${brief(name)}\``, 'write such as `ratio < 0.8`');
    }
  });
  const [to, second] = readRuns(mapping, 'to', manner, reading);
  if (!mapping.has('to')) {
    reading.findings.broken(mapping.spot('ratio'), 'it is not said what the run is compared with', 'write `to: command`');
  } else if (second) {
    reading.findings.broken(second.spot, 'this is a second run to compare with', 'keep one, with one start method');
  }
  const fact = mapping.text('compare', 'write `compare: fact`');
  if (!mapping.has('compare')) {
    reading.findings.broken(mapping.spot('ratio'), 'it is not said which fact is compared', 'write `compare: elapsedMs`');
  }
  if (fact) {
    checkFact(fact, { ...asserting, runs: [...asserting.runs, ...(to ? [to] : [])] });
  }
  return expression === undefined || fact === undefined || to === undefined
    ? undefined
    : { kind: 'ratio', expression, fact: fact.value, to: to.run };
}

/** Tells of a fact that is not one of every run. */
export function checkFact({ value, spot }: LocatedText, { runs, reading }: Pick<Asserting, 'runs' | 'reading'>): void {
  const call = runs.map(({ run }) => run.call).find((each) => !OF_RUNS.includes(value) && !isFactOf(each, value, reading));
  if (call) {
    complain(call, value, spot, reading);
  }
}

function readExpression(
  key: string, { mapping, reading: { findings } }: Asserting, check: (name: Name, at: Spot) => void,
): string | undefined {
  const text = mapping.text(key, MEND_TEXT);
  if (text === undefined) {
    return undefined;
  }
  const compiled = compileExpression(text.value, { returns: 'boolean' });
  if ('error' in compiled) {
    findings.broken(text.at(compiled.offset), `this expression cannot be used: ${brief(compiled.error)}`, MEND_EXPRESSION);
    return undefined;
  }
  const { names } = compiled;
  if (names.length === 0) {
    findings.broken(text.spot, 'this expression asks for no fact, so no run can decide it', 'name a fact in it');
  }
  for (const [index, name] of names.entries()) {
    if (names.findIndex((each) => each.name === name.name) === index) {
      check(name, text.at(name.offset));
    }
  }
  return text.value;
}

const MEND_EXPRESSION = 'write `&&`, `||`, `!` and `==`, not `and`, `or`, `not` and `=`; docs/lessons.md shows how';

/** An expression may also ask for a whole group. */
function checkName({ name }: Name, at: Spot, asserting: Asserting): void {
  const { runs, reading } = asserting;
  if (name === 'hung' || name === 'asleep') {
    checkHungLimit(asserting);
  }
  if (name.endsWith('.length')) {
    const list = brief(name.replace(/\.length$/, ''));
    reading.findings.broken(at, `\`${brief(name)}\` is not how long it is`, `write \`size(${list})\``);
    return;
  }
  const isKnown = (call: Call): boolean => OF_RUNS.includes(name) || isFactOf(call, name, reading) || isGroupOf(call, name, reading);
  const call = runs.map(({ run }) => run.call).find((each) => !isKnown(each));
  if (call) {
    complain(call, name, at, reading);
  }
}

function complain(call: Call, name: string, at: Spot, reading: Reading): void {
  const { wrong, mend } = unknownFact(call, name, reading);
  reading.findings.broken(at, wrong, mend);
}
