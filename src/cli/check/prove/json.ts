import type { ExerciseVerdict, Machine, Verdict } from '../../../proof/index.js';
import { describeRun } from '../../../proof/runs.js';
import { kindOf } from './words.js';

/** A verdict with its figures; of its evidence what each run said, not all facts. */
export function verdictJson({ claim, status, reason, bound, evidence }: Verdict): object {
  const { asserts } = claim.proof;
  const runs = new Map<string, { part: string; run: string; values: (boolean | number | null)[]; whys: string[] }>();
  for (const { part, run, value, why } of evidence) {
    const key = `${part} ${describeRun(run)}`;
    const all = runs.get(key) ?? { part, run: describeRun(run), values: [], whys: [] };
    runs.set(key, all);
    all.values.push(value ?? null);
    all.whys.push(...(why === undefined ? [] : [why]));
  }
  return {
    id: claim.id, lesson: claim.lesson, claim: claim.text, kind: kindOf(claim.proof),
    expression: 'expression' in asserts ? asserts.expression : null,
    because: claim.proof.because ?? null, place: claim.place, status, reason, bound: bound ?? null,
    evidence: [...runs.values()],
  };
}

/** The same of an exercise, program by program. */
export function exerciseJson({ owned: { id, lesson, exercise }, status, reason, parts }: ExerciseVerdict): object {
  return {
    id, lesson, kind: 'exercise', place: exercise.place, status, reason, times: exercise.times,
    programs: parts.map(({ role, run, runs, checks }) => ({
      role, run: describeRun(run), runs,
      checks: checks.map(({ check, verdict, reason: why }) => ({ says: check.says, verdict, reason: why })),
    })),
  };
}

export function machineJson({ cores, platform, python, terminals }: Machine): object {
  // Not where it is: that is often in somebody's home.
  const found = python && { version: python.version, startMethods: python.startMethods, gil: python.gil };
  return { cores, platform, node: process.version, python: found ?? null, terminals };
}
