import type { Claim, ProofRun } from '../../../course/index.js';
import { type Machine, proveAll, type Verdict } from '../../../proof/index.js';
import { partsOf } from '../../../proof/runs.js';
import { measureCeiling } from '../../../stage/index.js';
import { EXIT, UsageError } from '../../exit.js';
import { counted } from '../../figures.js';
import { type Interrupts, listenForInterrupts } from '../../interrupts.js';
import { decideOutput, type Io } from '../../io.js';
import { readMachine } from '../../tutor/machine.js';
import { perform } from '../../tutor/perform.js';
import { type CheckFlags, tellProblems } from '../act.js';
import type { Checked } from '../checked.js';
import { countBroken } from './broken-claims.js';
import { openProgress, type Progress } from './progress.js';
import { selectClaims } from './select.js';
import { tellProved, tellProvedAsJson } from './tell.js';
import { isWell, provesSomething } from './words.js';

/**
 * `check --prove`. @returns the exit code: 1 if there are problems, claims that are not proved, or none that holds
 * @throws UsageError if programs of others would be run that nobody has agreed to
 */
export async function checkProofs(checked: Checked, flags: CheckFlags, io: Io): Promise<number> {
  const claims = selectClaims(checked.content, flags.only);
  if (!checked.isOurs && !flags.trust && claims.some(runsProgram)) {
    throw new UsageError('the programs of this course do not come with mp-tutor, so nothing was run. Read them; then --trust runs them.');
  }
  const output = decideOutput(io, flags);
  if (output.view !== 'json' && checked.problems.length > 0) {
    await tellProblems(checked, io);
  }
  const interrupts = listenForInterrupts();
  const begun = performance.now();
  const progress = await openProgress(output, claims.length, io);
  try {
    const machine = await readMachine(interrupts.signal);
    const { verdicts, runs } = await run(claims, machine, progress, interrupts);
    await progress.stop();
    if (interrupts.exitCode !== undefined) {
      return tellOfEnd(verdicts, interrupts.exitCode, io);
    }
    const proved = { verdicts, runs, machine, broken: await countBroken(checked), elapsedMs: performance.now() - begun };
    if (output.view === 'json') {
      await tellProvedAsJson(proved, checked, io);
    } else {
      const telling = { isPart: flags.only !== undefined, isTold: output.view === 'lines' };
      await tellProved(proved, checked, telling, io, output.capabilities);
    }
    return provesSomething(verdicts) && verdicts.every(isWell) && checked.problems.length === 0 ? EXIT.well : EXIT.failed;
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

async function run(
  claims: readonly Claim[],
  machine: Machine,
  progress: Progress,
  { signal }: Interrupts,
): Promise<{ verdicts: Verdict[]; runs: number }> {
  let runs = 0;
  const performAndCount = async (each: ProofRun, end: AbortSignal): ReturnType<typeof perform> => {
    const facts = await perform(each, end);
    runs++;
    progress.ran();
    return facts;
  };
  const onVerdict = (verdict: Verdict): void => progress.decided(verdict);
  const verdicts = await proveAll(claims, { perform: performAndCount, machine, measureCeiling, signal, onVerdict });
  return { verdicts, runs };
}

function tellOfEnd(verdicts: readonly Verdict[], exitCode: number, { stderr }: Io): number {
  const decided = verdicts.filter(({ status }) => status !== 'unfinished').length;
  stderr.write(`Ended: ${decided} of ${counted(verdicts.length, 'claim')} had been decided.\n`);
  return exitCode;
}
