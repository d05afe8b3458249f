import type { Code, List } from 'mdast';
import { type Asserter, readAssertion } from './assertion.js';
import { readCall } from './call.js';
import { type Divided, findChoices } from './choice-list.js';
import { areWhole, checkMisconceptionLinks, readChoices } from './choices.js';
import { MEND_ANCHOR } from './claim-links.js';
import type { Assertion, Claim, Proof } from './claim.js';
import { isMended, isRun } from './fences.js';
import type { Blocks, Choice, Mend } from './lesson.js';
import { checkStartMethods, type Manner, type PlacedRun, readManner, readTimes } from './manner.js';
import type { Mapping } from './mapping.js';
import { plainText, spotOf } from './nodes.js';
import { readNeeds } from './needs.js';
import { isSameRun, runsOfCall } from './proof-runs.js';
import { readMapping } from './read-mapping.js';
import type { Reading } from './reading.js';
import type { Named } from './sections.js';
import { readYamlFence } from './yaml-fence.js';

const KEYS = ['always', 'times', 'limit', 'start-method', 'stdout', 'needs'];
const MENDED: Asserter = { kinds: ['always'], called: 'fence', another: 'keep one' };
/** What is asked of a mended program, unless its fence says otherwise. */
const ENDS_WELL: Assertion = { kind: 'always', expression: '!hung && exitCode == 0' };
/** Most of the others hang, and the learner waits for it; whether they do, only the last second says. */
const LIMIT = { least: 2, usual: 3 };
const TIMES = 3;
const RUN_FORM = 'write a fence "```sh run" below it, indented as its quote is';

/** The section `Mend`, and the claim that it makes. */
export interface WithClaim {
  readonly mend: Mend;
  readonly claim: Claim;
}

/** A choice, and its program with every start method that it is to be run with. */
interface Change {
  readonly choice: Choice;
  readonly runs: readonly PlacedRun[];
}

/**
 * The section `Mend`; undefined when it cannot be used, as the findings, all of them flaws, then say.
 * @param lesson - the id of the lesson
 */
export function readMend({ blocks, spot }: Named, lesson: string, around: Reading): WithClaim | undefined {
  const findings = around.findings.ofPart();
  const reading = { ...around, findings };
  const fences = blocks.filter(isMended);
  fences.slice(1).forEach((second) => findings.broken(spotOf(second), 'this is a second fence about the same changes', 'keep one'));
  const found = findChoices(blocks.filter((block) => !isMended(block)), reading);
  if (found === undefined) {
    findings.broken(spot, 'there are no changes to choose from', 'write a list below the question: "- [ ] the change", each with its run');
    return undefined;
  }
  checkAround(found, spot, reading);
  const mapping = readFence(fences[0], reading);
  const manner = mapping && readManner(mapping, LIMIT, reading);
  const changes = manner && readChanges(found.body, manner, reading);
  const proof = changes && readProof(changes, { mapping, manner, at: fences[0] ?? found.body }, reading);
  const choices = changes?.flatMap(({ choice, runs: [first] }) => (first ? [{ ...choice, run: first.run }] : []));
  if (findings.areBreaking || choices === undefined || proof === undefined) {
    return undefined;
  }
  const id = `${lesson}#${MEND_ANCHOR}`;
  const claim = { id, lesson, text: sentence(choices), proof, place: { file: around.file, ...spot } };
  return { mend: { text: found.before, choices, claim: id }, claim };
}

function checkAround({ before, after: [stray] }: Divided<List>, spot: Named['spot'], { findings }: Reading): void {
  if (before.length === 0) {
    findings.flawed(spot, 'nothing is asked of these changes', 'write the question above them');
  }
  if (stray) {
    const mend = isRun(stray) ? 'indent it by two spaces, so that it belongs to its choice' : 'move it above them';
    findings.broken(spotOf(stray), 'this stands below the choices and is not shown', mend);
  }
}

/** The keys of the fence; none where there is no fence. */
function readFence(fence: Code | undefined, reading: Reading): Mapping | undefined {
  return fence === undefined
    ? readMapping('', { keys: KEYS, inFile: (spot) => spot, findings: reading.findings, isStrict: true })
    : readYamlFence(fence, { keys: KEYS, called: 'fence', divide: 'write a shorter one' }, reading);
}

function readChanges(list: List, manner: Manner, reading: Reading): Change[] {
  const { findings } = reading;
  const bare = { ...list, children: list.children.map((item) => ({ ...item, children: item.children.filter((block) => !isRun(block)) })) };
  const choices = readChoices(bare, reading);
  const changes = choices.map((choice): Change => {
    const item = list.children.find((each) => spotOf(each).line === choice.place.line);
    const [fence, second] = (item?.children ?? []).filter(isRun);
    if (fence === undefined) {
      findings.broken(choice.place, 'this change is never run', RUN_FORM);
    }
    if (second) {
      findings.broken(spotOf(second), 'this is a second run of the change', 'keep one');
    }
    const call = fence && readCall(fence, reading);
    return { choice, runs: call ? runsOfCall(call, call.place, manner) : [] };
  });
  checkMisconceptionLinks(choices, list, reading);
  checkSame(changes, reading);
  if (areWhole(choices, list)) {
    checkRight(choices, spotOf(list), reading);
  }
  return changes;
}

function checkSame(changes: readonly Change[], { findings }: Reading): void {
  changes.forEach(({ runs: [own] }, index) => {
    const other = changes.slice(0, index).find(({ runs: [first] }) => own && first && isSameRun(own.run, first.run));
    if (own && other) {
      const wrong = `this runs the same as the choice on line ${other.choice.place.line}`;
      findings.broken(own.spot, wrong, 'run each change as it is described');
    }
  });
}

function checkRight(choices: readonly Choice[], spot: Named['spot'], { findings }: Reading): void {
  if (choices.every(({ right }) => !right)) {
    findings.broken(spot, 'no change is marked as one that mends it', 'mark at least one with `[x]`');
  } else if (choices.every(({ right }) => right)) {
    findings.broken(spot, 'every change mends it, so nothing is to be chosen, and the claim has no contrast', 'add one that does not');
  }
}

interface Around {
  readonly mapping: Mapping;
  readonly manner: Manner;
  /** What the claim's fence is, or else its choices. */
  readonly at: Blocks[number];
}

function readProof(changes: readonly Change[], { mapping, manner, at }: Around, reading: Reading): Proof | undefined {
  const runs = changes.flatMap((change) => change.runs);
  checkStartMethods(mapping, manner, runs, 'these changes', reading.findings);
  const asserts = mapping.has('always') ? readAssertion({ mapping, spot: spotOf(at), manner, runs, reading }, MENDED) : ENDS_WELL;
  const [times, needs] = [readTimes(mapping, TIMES, 'others'), readNeeds(mapping, reading)];
  const runsOf = (right: boolean): Proof['runs'] => (
    changes.filter(({ choice }) => choice.right === right).flatMap((change) => change.runs.map(({ run }) => run))
  );
  return asserts && { asserts, runs: runsOf(true), contrasts: runsOf(false), times, because: undefined, needs, shows: undefined };
}

/** What the claim says, as a sentence. */
function sentence(choices: readonly Choice[]): string {
  const right = choices.filter((choice) => choice.right).map(({ text }) => plainText(text));
  return `${right.length === 1 ? 'this change mends it' : 'each of these changes mends it'}: ${right.join('; ')}`;
}
