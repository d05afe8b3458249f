import type { Exercise } from '../course/index.js';
import { type CheckResult, judgeChecks } from './checks.js';
import { type Able, type ExercisePart, type ExerciseVerdict, nameOfPart, type PartResult } from './exercise-parts.js';
import { counted } from './judge-common.js';
import type { Sample } from './runs.js';

/** What is known of an exercise: enough, or which programs must be run once more. */
export type ExerciseJudgement =
  | Pick<ExerciseVerdict, 'status' | 'reason' | 'parts'>
  | { readonly wants: readonly ExercisePart[]; readonly parts: readonly PartResult[] };

/** What follows for one program. */
type Outcome = { readonly kind: 'open' | 'passed' } | { readonly kind: 'failed' | 'untold'; readonly by: CheckResult };

/** Decides as soon as it can. @param samplesOf - what came of the runs of a part so far, in their order */
export function judgeExercise({ checks, times }: Exercise, { parts, remark }: Able, samplesOf: (part: ExercisePart) => readonly Sample[]): ExerciseJudgement {
  const all = parts.map((part) => {
    const samples = samplesOf(part);
    const result: PartResult = { ...part, runs: samples.length, checks: judgeChecks(checks, samples) };
    return { result, outcome: outcomeOf(result, times) };
  });
  const results = all.map(({ result }) => result);
  for (const { result, outcome } of all) {
    const ended = endOf(result, outcome);
    if (ended) {
      return { ...ended, reason: `${ended.reason}${remark}`, parts: results };
    }
  }
  const wants = all.flatMap(({ result: { role, run }, outcome }) => (outcome.kind === 'open' ? [{ role, run }] : []));
  return wants.length > 0
    ? { wants, parts: results }
    : { status: 'holds', reason: `${whatHolds(all)}${remark}`, parts: results };
}

function outcomeOf({ role, runs, checks }: PartResult, times: number): Outcome {
  const isWhole = runs >= times;
  // What is so sometimes may come with the next run.
  const known = runs === 0 ? [] : checks.filter(({ check }) => isWhole || check.asserts.kind !== 'sometimes');
  const failed = known.find(({ verdict }) => verdict === 'failed');
  if (failed) {
    return { kind: 'failed', by: failed };
  }
  const untold = known.find(({ verdict }) => verdict === 'untold');
  if (untold && (isWhole || role === 'solution')) {
    return { kind: 'untold', by: untold };
  }
  return { kind: isWhole ? 'passed' : 'open' };
}

/** The verdict that one program decides for all. */
function endOf(result: PartResult, outcome: Outcome): Pick<ExerciseVerdict, 'status' | 'reason'> | undefined {
  const name = nameOfPart(result);
  if (outcome.kind === 'untold') {
    return { status: 'untold', reason: `${name}: ${quote(outcome.by)} cannot be told ${outcome.by.reason}` };
  }
  if (result.role === 'solution') {
    return outcome.kind === 'failed' ? { status: 'fails', reason: `${name} fails ${quote(outcome.by)} ${outcome.by.reason}` } : undefined;
  }
  return outcome.kind === 'passed'
    ? { status: 'proves nothing', reason: `${name} passes all checks in ${counted(result.runs)}` }
    : undefined;
}

function whatHolds(all: readonly { readonly result: PartResult; readonly outcome: Outcome }[]): string {
  return all.map(({ result, outcome }) => (
    'by' in outcome
      ? `${nameOfPart(result)} fails ${quote(outcome.by)} ${outcome.by.reason}`
      : `${nameOfPart(result)} passes all checks in ${counted(result.runs)}`
  )).join('; ');
}

function quote({ check }: CheckResult): string {
  return `“${check.says}”`;
}
