import { present, write } from '../../terminal/index.js';
import { EXIT } from '../exit.js';
import type { Interrupts } from '../interrupts.js';
import { shellWord } from '../shell-word.js';
import { agreesToRun } from '../tutor/consent.js';
import { joined } from '../tutor/lines.js';
import type { Session, TutorFlags } from '../tutor/session.js';
import type { Assignment, Runtime } from './assignment.js';
import { callOf, type Checked } from './check.js';
import { checkWithProgress } from './check-with-progress.js';
import { asJson } from './json.js';
import { passedOf, resultLines } from './result-lines.js';

/** What commander makes of the command line. */
export interface ExerciseFlags extends TutorFlags {
  readonly runtime?: Runtime;
  readonly folder?: string;
  readonly again?: boolean;
  readonly solution?: boolean;
  readonly watch?: boolean;
  readonly json?: boolean;
}

/** With what an exercise is checked. */
export interface Checking {
  readonly flags: ExerciseFlags;
  readonly session: Session;
  readonly interrupts: Interrupts;
}

/**
 * Checks the learner's program once, says what came of it, and writes it down.
 * @param signal - ends it, beside an interruption
 * @returns the exit code
 */
export async function checkOnce(assignment: Assignment, { flags, session, interrupts }: Checking, signal = interrupts.signal): Promise<number> {
  const { io, capabilities } = session;
  if (!(await mayRun(assignment, session, interrupts))) {
    return interrupts.exitCode ?? EXIT.failed;
  }
  const checked = await checkWithProgress(assignment, signal, { io, isSilent: flags.json === true || flags.plain === true, capabilities });
  writeDown(assignment, checked, session);
  if (flags.json) {
    await write(io.stdout, `${asJson(assignment, { state: 'checked', checked })}\n`);
  } else {
    await print(resultText(assignment, checked, flags, session), session);
  }
  return checked.kind === 'checked' && passedOf(checked) === checked.results.length ? EXIT.well : EXIT.failed;
}

/** The command that does something with this exercise, with the options that it was given. */
export function commandFor({ lesson }: Assignment, { runtime, folder }: ExerciseFlags, { prefix, suffix = '' }: Session, option = ''): string {
  const options = [suffix, ...(runtime === undefined ? [] : [` --runtime ${runtime}`]), ...(folder === undefined ? [] : [` --folder ${shellWord(folder)}`])];
  return `${prefix}mp-tutor exercise ${lesson.id}${option}${options.join('')}`;
}

function resultText(assignment: Assignment, checked: Checked, flags: ExerciseFlags, session: Session): string[] {
  const { shown, exercise: { times, limitMs } } = assignment;
  const { capabilities } = session;
  const again = flags.watch ? 'save it' : `run \`${commandFor(assignment, flags, session)}\` again`;
  const head = `${shown} · ${times === 1 ? '1 run' : `${times} runs`}, of ${limitMs / 1000} s at most`;
  const room = { ...capabilities, columns: capabilities.columns - 1 };
  return joined([[head], resultLines(checked, times, { capabilities: room, plain: flags.plain === true, again })]);
}

/** Writes down how many checks passed; what was not checked, is not. */
export function writeDown({ lesson, runtime }: Assignment, checked: Checked, { course, journal }: Session): void {
  if (checked.kind === 'checked') {
    journal.append({
      kind: 'exercise', course: course.id, lesson: lesson.id, runtime, passed: passedOf(checked), of: checked.results.length,
    });
  }
}

/** The program that was given comes from somebody; what the learner has made of it is their own. */
export function mayRun({ program, runtime, exercise }: Assignment, session: Session, interrupts: Interrupts): Promise<boolean> {
  return agreesToRun(callOf(program.program, runtime, exercise.place), session, interrupts);
}

/** Lines on the standard output, with a margin. */
export async function print(lines: readonly string[], { io, capabilities }: Session): Promise<void> {
  const shown = present(lines.map((line) => (line === '' ? '' : ` ${line}`)), capabilities);
  await write(io.stdout, `${shown.join('\n')}\n`);
}
