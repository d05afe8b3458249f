import { CHECK, readAssertion } from './assertion.js';
import { onOneLine } from './controls.js';
import { readExercisePrograms } from './exercise-programs.js';
import { isExercise } from './fences.js';
import type { Check, Exercise } from './lesson.js';
import { checkStartMethods, type Manner, type PlacedRun, readManner, readTimes } from './manner.js';
import type { Located, Mapping } from './mapping.js';
import { spotOf } from './nodes.js';
import { readNeeds } from './needs.js';
import { runsOfCall } from './proof-runs.js';
import type { Reading } from './reading.js';
import type { Named } from './sections.js';
import { readYamlFence } from './yaml-fence.js';

const KEYS = ['python', 'node', 'checks', 'times', 'limit', 'start-method', 'stdout', 'needs'];
const CHECK_KEYS = ['says', ...CHECK.kinds, 'hint'];

/** A learner's program often hangs, and the learner waits for it; whether it does, only its last second says. */
const LIMIT = { least: 2, usual: 5 };
/** How often it is run, unless the exercise says so; what is so sometimes needs more. */
const TIMES = { sometimes: 20, others: 5 };

/** The exercise in the section `Your turn`; undefined when there is none, or it cannot be used, as the findings, all of them flaws, then say. */
export function readExercise({ blocks }: Named, around: Reading): Exercise | undefined {
  const [fence, ...others] = blocks.filter(isExercise);
  others.forEach((other) => around.findings.flawed(spotOf(other), 'this is a second exercise', 'keep one to a lesson'));
  if (fence === undefined) {
    return undefined;
  }
  const spot = spotOf(fence);
  const findings = around.findings.ofPart();
  const reading = { ...around, findings };
  if (blocks.every(isExercise)) {
    findings.flawed(spot, 'it is not said what is to be done', 'write the task above the fence');
  }
  const mapping = readYamlFence(fence, { keys: KEYS, called: 'exercise', divide: 'write fewer checks' }, reading);
  const exercise = mapping && readKeys(mapping, { spot, reading });
  return findings.areBreaking || exercise === undefined ? undefined : { ...exercise, place: { file: around.file, ...spot } };
}

interface Around {
  readonly spot: Located<unknown>['spot'];
  readonly reading: Reading;
}

function readKeys(mapping: Mapping, { spot, reading }: Around): Omit<Exercise, 'place'> {
  const { findings } = reading;
  const { programs, calls } = readExercisePrograms(mapping, spot, reading);
  const manner = readManner(mapping, LIMIT, reading);
  const [startMethod, second] = manner.startMethods ?? [];
  if (second !== undefined) {
    findings.broken(mapping.spot('start-method'), 'an exercise is run with one start method', 'keep one');
  }
  const runs = calls.flatMap((each) => runsOfCall(each.call, each.spot, manner));
  checkStartMethods(mapping, manner, runs, 'this exercise', findings);
  const checks = readChecks(mapping, { spot, reading, manner, runs });
  const needs = readNeeds(mapping, reading);
  const of = checks.some(({ asserts }) => asserts.kind === 'sometimes') ? 'sometimes' : 'others';
  const times = readTimes(mapping, TIMES[of], of);
  return { programs, checks, times, limitMs: manner.limitMs, startMethod, stdout: manner.stdout, needs };
}

interface Checking extends Around {
  readonly manner: Manner;
  readonly runs: readonly PlacedRun[];
}

function readChecks(mapping: Mapping, checking: Checking): Check[] {
  if (!mapping.has('checks')) {
    checking.reading.findings.broken(checking.spot, 'this exercise checks nothing', 'write `checks:`, and below it `- says: a sentence` with `always:`, `never:`, `sometimes:` or `hung:`');
  }
  return mapping.mappings('checks', CHECK_KEYS).flatMap(({ value, spot }) => (
    readCheck(value, { ...checking, spot }) ?? []
  ));
}

function readCheck(mapping: Mapping, { spot, reading, manner, runs }: Checking): Check | undefined {
  const says = mapping.text('says', 'write `says: a sentence`');
  if (!mapping.has('says')) {
    reading.findings.broken(spot, 'this check does not say what it is about', 'write `says: a sentence` in it');
  }
  const hint = mapping.text('hint', 'write `hint: what to look at`');
  const asserts = readAssertion({ mapping, spot, manner, runs, reading }, CHECK);
  return says === undefined || asserts === undefined || asserts.kind === 'ratio'
    ? undefined
    : { says: onOneLine(says.value), asserts, hint: hint && onOneLine(hint.value) };
}
