import type { Claim, ProofRun } from '../../../course/index.js';
import { type Machine, proveAll, proveExercises } from '../../../proof/index.js';
import { partsOf } from '../../../proof/runs.js';
import { measureCeiling } from '../../../stage/index.js';
import { EXIT, UsageError } from '../../exit.js';
import { type Interrupts, listenForInterrupts } from '../../interrupts.js';
import { decideOutput, type Io } from '../../io.js';
import { readMachine } from '../../tutor/machine.js';
import { perform } from '../../tutor/perform.js';
import { type CheckFlags, tellProblems } from '../act.js';
import type { Checked } from '../checked.js';
import { countBroken } from './broken-claims.js';
import { countSelected, openProgress, type Progress } from './progress.js';
import type { Proved } from './proved.js';
import { rowOfClaim, rowOfExercise } from './row.js';
import { select, type Selected } from './select.js';
import { tellProved, tellProvedAsJson } from './tell.js';
import { isWell, provesSomething } from './words.js';

/**
 * `check --prove`. @returns the exit code: 1 if there are problems, claims or exercises that are not proved, or none that holds
 * @throws UsageError if programs of others would be run that nobody has agreed to
 */
export async function checkProofs(checked: Checked, flags: CheckFlags, io: Io): Promise<number> {
  const selected = select(checked.content, flags.only);
  if (!checked.isOurs && !flags.trust && (selected.claims.some(runsProgram) || selected.exercises.length > 0)) {
    throw new UsageError('the programs of this course do not come with mp-tutor, so nothing was run. Read them; then --trust runs them.');
  }
  const output = decideOutput(io, flags);
  if (output.view !== 'json' && checked.problems.length > 0) {
    await tellProblems(checked, io);
  }
  const interrupts = listenForInterrupts();
  const begun = performance.now();
  const progress = await openProgress(output, selected, io);
  try {
    const machine = await readMachine(interrupts.signal);
    const found = await run(selected, machine, progress, interrupts);
    await progress.stop();
    if (interrupts.exitCode !== undefined) {
      return tellOfEnd(found, selected, interrupts.exitCode, io);
    }
    const proved = { ...found, machine, broken: await countBroken(checked), elapsedMs: performance.now() - begun };
    if (output.view === 'json') {
      await tellProvedAsJson(proved, checked, io);
    } else {
      const telling = { isPart: flags.only !== undefined, isTold: output.view === 'lines' };
      await tellProved(proved, checked, telling, io, output.capabilities);
    }
    const all = [...found.verdicts, ...found.exercises];
    return provesSomething(all) && all.every(isWell) && checked.problems.length === 0 ? EXIT.well : EXIT.failed;
  } catch (error) {
    await progress.stop();
    if (interrupts.exitCode !== undefined) {
      return interrupts.exitCode;
    }
    throw error;
  } finally {
    interrupts.stopListening();
  }
}

function runsProgram({ proof }: Claim): boolean {
  return partsOf(proof).some(({ run: { call } }) => call.kind === 'program');
}

/** What was found out. */
type Found = Pick<Proved, 'verdicts' | 'exercises' | 'runs'>;

async function run({ claims, exercises }: Selected, machine: Machine, progress: Progress, { signal }: Interrupts): Promise<Found> {
  let runs = 0;
  const performAndCount = async (each: ProofRun, end: AbortSignal): ReturnType<typeof perform> => {
    const facts = await perform(each, end);
    runs++;
    progress.ran();
    return facts;
  };
  const on = { perform: performAndCount, machine, measureCeiling, signal };
  const verdicts = await proveAll(claims, { ...on, onVerdict: (verdict) => progress.decided(rowOfClaim(verdict)) });
  const proved = await proveExercises(exercises, { ...on, onVerdict: (verdict) => progress.decided(rowOfExercise(verdict)) });
  return { verdicts, exercises: proved, runs };
}

function tellOfEnd({ verdicts, exercises }: Found, selected: Selected, exitCode: number, { stderr }: Io): number {
  const decided = [...verdicts, ...exercises].filter(({ status }) => status !== 'unfinished').length;
  stderr.write(`Ended: ${decided} of ${countSelected(selected)} had been decided.\n`);
  return exitCode;
}
