import type { Code } from 'mdast';
import { type Asserting, checkFact, PROOF, readAssertion } from './assertion.js';
import type { Assertion, Claim, Proof } from './claim.js';
import { onOneLine } from './controls.js';
import { checkStartMethods, type Manner, type PlacedRun, readManner, readTimes } from './manner.js';
import type { Mapping } from './mapping.js';
import { spotOf } from './nodes.js';
import { readNeeds } from './needs.js';
import { isSameRun, readRuns } from './proof-runs.js';
import type { Reading } from './reading.js';
import { readYamlFence } from './yaml-fence.js';

/** How often each run is done, unless the proof says so. */
const TIMES: Readonly<Record<Assertion['kind'], number>> = { always: 5, never: 5, sometimes: 20, hung: 1, ratio: 3 };
const LIMIT = { least: 0.5, usual: 10 };

const KEYS = [
  'claim', 'run', 'contrast', 'always', 'never', 'sometimes', 'hung', 'ratio', 'compare', 'to', 'times', 'limit',
  'start-method', 'stdout', 'because', 'needs', 'shows',
];

/** What a claim is called, and by whom. */
export interface Asserted extends Pick<Claim, 'id' | 'lesson'> {
  /** The sentence, if the heading says it; a question has to say it in the fence. */
  readonly text: string | undefined;
}

/** The claim that a fence shows; undefined when it cannot be proved, as the findings, all of them flaws, then say. */
export function readProof(fence: Code, asserted: Asserted, around: Reading): Claim | undefined {
  const findings = around.findings.ofPart();
  const reading = { ...around, findings };
  const mapping = readYamlFence(fence, { keys: KEYS, called: 'proof', divide: 'divide the claim' }, reading);
  const spot = spotOf(fence);
  const text = mapping && readText(mapping, asserted, { spot, reading });
  const proof = mapping && readKeys(mapping, { spot, reading });
  return findings.areBreaking || text === undefined || proof === undefined
    ? undefined
    : { id: asserted.id, lesson: asserted.lesson, text, proof, place: { file: around.file, ...spot } };
}

type Around = Pick<Asserting, 'spot' | 'reading'>;

function readText(mapping: Mapping, { text }: Asserted, { spot, reading: { findings } }: Around): string | undefined {
  const written = mapping.text('claim');
  if (text !== undefined && mapping.has('claim')) {
    findings.flawed(mapping.spot('claim'), 'the heading says already what is claimed', 'take `claim` away');
  }
  if (text === undefined && !mapping.has('claim')) {
    findings.broken(spot, 'it is not said what this proof shows', 'write `claim: a sentence` in it');
  }
  return text ?? (written && onOneLine(written.value));
}

function readKeys(mapping: Mapping, around: Around): Proof | undefined {
  const { spot, reading } = around;
  const manner = readManner(mapping, LIMIT, reading);
  const runs = readRuns(mapping, 'run', manner, reading);
  const contrasts = readRuns(mapping, 'contrast', manner, reading, runs);
  checkRuns({ runs, contrasts, manner, mapping }, around);
  const asserts = readAssertion(
    { mapping, spot, manner, runs: [...runs, ...contrasts], reading }, PROOF,
  );
  const times = readTimes(mapping, TIMES[asserts?.kind ?? 'always'], asserts?.kind === 'sometimes' ? 'sometimes' : 'others');
  const because = mapping.text('because');
  if (mapping.has('always') && !mapping.has('because')) {
    reading.findings.flawed(
      mapping.spot('always'),
      'runs alone never show that something is always so',
      'write `because:` with the address of its documentation, or a sentence',
    );
  }
  const shows = mapping.text('shows', 'write `shows: fact`');
  if (shows) {
    checkFact(shows, { runs, reading });
  }
  const needs = readNeeds(mapping, reading);
  return asserts === undefined || runs.length === 0 || contrasts.length === 0 ? undefined : {
    asserts, runs: runs.map(({ run }) => run), contrasts: contrasts.map(({ run }) => run), times,
    because: because && onOneLine(because.value), needs, shows: shows?.value,
  };
}

interface Runs {
  readonly runs: readonly PlacedRun[];
  readonly contrasts: readonly PlacedRun[];
  readonly manner: Manner;
  readonly mapping: Mapping;
}

function checkRuns({ runs, contrasts, manner, mapping }: Runs, { spot, reading: { findings } }: Around): void {
  if (!mapping.has('run')) {
    findings.broken(spot, 'the proof runs nothing', 'write `run: command`');
  }
  if (!mapping.has('contrast')) {
    findings.broken(
      spot,
      'the proof has no contrast, so it may prove nothing',
      'write `contrast: command`, a run in which the claim must fail',
    );
  }
  for (const contrast of contrasts.filter(({ run }) => runs.some((each) => isSameRun(each.run, run)))) {
    findings.broken(contrast.spot, 'this contrast is a run of the claim', 'take a run in which the claim must fail');
  }
  checkStartMethods(mapping, manner, [...runs, ...contrasts], 'this claim', findings);
}
