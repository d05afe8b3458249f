import type { Showing } from '../../../../src/cli/tutor/show-me/showing.js';
import type { Assertion, Claim, Proof, ProofRun } from '../../../../src/course/index.js';
import type { Evidence, Status, Verdict } from '../../../../src/proof/index.js';
import type { Facts } from '../../../../src/trace/facts.js';

export function runOf(text: string, more: Partial<ProofRun> = {}): ProofRun {
  const place = { file: '/course/lesson.md', line: 20, column: 1 };
  const call = { kind: 'program', runtime: 'node', file: `/course/${text.split(' ')[1] ?? ''}`, text, args: [], place } as const;
  return { call, startMethod: undefined, stdout: 'pipe', limitMs: 10_000, ...more };
}

const RUN = runOf('node three.mjs');
export const CONTRAST = runOf('node nine.mjs');

export function claim(asserts: Assertion, more: Partial<Proof> = {}): Claim {
  const needs = { cores: undefined, platforms: undefined, python: undefined, gil: undefined };
  return {
    id: 'lesson#claim-few', lesson: 'lesson', text: 'Few processes do the work.', place: { file: '/course/lesson.md', line: 20, column: 1 },
    proof: { asserts, runs: [RUN], contrasts: [CONTRAST], times: 5, because: undefined, needs, shows: undefined, ...more },
  };
}

export function evidence(value: Evidence['value'], facts: Facts = {}, part: Evidence['part'] = 'run', run = part === 'contrast' ? CONTRAST : RUN): Evidence {
  return { run, part, value, why: value === undefined ? 'it failed with exit code 1' : undefined, facts };
}

export function showing(of: Claim, seen: readonly Evidence[], more: Partial<Showing> = {}): Showing {
  return { claim: of, said: undefined, isKey: true, evidence: seen, end: undefined, waits: undefined, ...more };
}

export function verdict(of: Claim, status: Status, reason: string, seen: readonly Evidence[] = []): Verdict {
  return { claim: of, status, reason, bound: undefined, evidence: seen };
}
