import { relative } from 'node:path';
import type { Call, ProofRun } from '../../course/index.js';
import { type CheckResult, judgeChecks, whyNotRun } from '../../proof/index.js';
import type { TraceEvent } from '../../trace/event.js';
import type { Facts } from '../../trace/facts.js';
import type { Outcome } from '../../trace/outcome.js';
import { type Program, startProgram } from '../demo/watch.js';
import { readMachine } from '../tutor/machine.js';
import { prepare } from '../tutor/prepare.js';
import type { Assignment } from './assignment.js';

/** A run of the learner's program, of which all is kept that can be told. */
export interface ExerciseRun {
  readonly program: Program;
  readonly facts: Facts;
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
}

/** What became of a check of the learner's program. */
export type Checked =
  | { readonly kind: 'checked'; readonly results: readonly CheckResult[]; readonly runs: readonly ExerciseRun[] }
  /** This machine has not got what it needs. */
  | { readonly kind: 'skipped'; readonly why: string };

/**
 * Runs the learner's program as often as the exercise wants it, and judges what its processes did. A run in which a check
 * fails is the last: one is enough to show it.
 * @param onRun - is told the number of each run before it begins, counted from 1
 * @throws Failure or StageError when it cannot be run, or the reason of `signal` once nothing of it runs any more
 */
export async function check(assignment: Assignment, signal: AbortSignal, onRun: (number: number) => void): Promise<Checked> {
  const { exercise: { checks, needs, times } } = assignment;
  const run = runOf(assignment);
  const why = whyNotRun([run], needs, await readMachine(signal));
  if (why !== undefined) {
    return { kind: 'skipped', why };
  }
  const runs: ExerciseRun[] = [];
  let results: CheckResult[] = [];
  while (runs.length < times && !results.some(isDecided)) {
    onRun(runs.length + 1);
    runs.push(await runOnce(run, signal));
    results = judgeChecks(checks, runs);
  }
  return { kind: 'checked', results, runs };
}

/** Another run would not make it pass. What is so only sometimes may yet be seen. */
function isDecided({ verdict, check: { asserts } }: CheckResult): boolean {
  return verdict !== 'passed' && asserts.kind !== 'sometimes';
}

/** The learner's program as a run that the stage can do. */
function runOf({ file, runtime, exercise }: Assignment): ProofRun {
  const { startMethod, stdout, limitMs, place } = exercise;
  return { call: callOf(file, runtime, place), startMethod: runtime === 'python' ? startMethod : undefined, stdout, limitMs };
}

/** The command that runs a file. */
export function callOf(file: string, runtime: Assignment['runtime'], place: Call['place']): Call {
  const command = runtime === 'python' ? 'python3' : 'node';
  return { kind: 'program', runtime: command, file, args: [], text: `${command} ${relative(process.cwd(), file)}`, place };
}

async function runOnce({ call, ...how }: ProofRun, signal: AbortSignal): Promise<ExerciseRun> {
  const { program, facts } = await prepare(call, signal, how);
  const running = startProgram(program, signal);
  const events: TraceEvent[] = [];
  for await (const event of running.events) {
    events.push(event);
  }
  const outcome = await running.ended;
  signal.throwIfAborted();
  return { program, facts: facts(events, outcome), events, outcome };
}
