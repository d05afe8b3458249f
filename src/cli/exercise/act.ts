import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { write } from '../../terminal/index.js';
import { EXIT, Interrupted, UsageError } from '../exit.js';
import { type Interrupts, listenForInterrupts } from '../interrupts.js';
import type { Io } from '../io.js';
import { findLesson, requireLessons } from '../learn/find.js';
import { type Drawing, drawingFor } from '../question/draw.js';
import { shellWord } from '../shell-word.js';
import { firstLanguage } from '../tutor/language.js';
import { joined } from '../tutor/lines.js';
import { openSession, type Session, tellOfBroken, tellOfTrouble } from '../tutor/session.js';
import { type Assignment, assignmentOf, nameOf, stateOf } from './assignment.js';
import { checkOnce, commandFor, type ExerciseFlags, print } from './check-once.js';
import { asJson } from './json.js';
import { fileLines, taskLines, whereToChange } from './task-lines.js';
import { writeProgram } from './write.js';

/** `exercise`. @returns the exit code: 0 if nothing is wrong, 1 if a check did not pass */
export async function exercise(name: string | undefined, flags: ExerciseFlags, io: Io): Promise<number> {
  const session = await openSession(io, flags);
  try {
    requireLessons(session.course);
    if (name === undefined) {
      return await listAll(flags, session);
    }
    const assignment = await find(name, flags, session);
    tellOfBroken(session);
    return await interruptible((interrupts) => act(assignment, flags, session, interrupts));
  } finally {
    tellOfTrouble(session);
  }
}

async function listAll({ json, ...flags }: ExerciseFlags, session: Session): Promise<number> {
  const [alone] = (['runtime', 'folder', 'again', 'solution', 'watch'] as const).filter((flag) => flags[flag] !== undefined);
  if (alone !== undefined) {
    throw new UsageError(`--${alone} is about one exercise: name its lesson, as in \`mp-tutor exercise queue --${alone}\`.`);
  }
  const { list, listJson } = await import('./list.js');
  await (json ? listJson(session) : list(session));
  return EXIT.well;
}

async function find(name: string, { runtime, folder }: ExerciseFlags, { course, lang, state }: Session): Promise<Assignment> {
  const lesson = await findLesson(course, name);
  if (!lesson.exercise) {
    throw new UsageError(`the lesson ${lesson.id} has no exercise. \`mp-tutor exercise\` lists those that have one.`);
  }
  return assignmentOf(lesson, lesson.exercise, { runtime, folder, lang, first: firstLanguage(lang, state.aim) });
}

async function act(assignment: Assignment, flags: ExerciseFlags, session: Session, interrupts: Interrupts): Promise<number> {
  if (flags.solution) {
    await write(session.io.stdout, await readFile(assignment.program.solution, 'utf8'));
    return EXIT.well;
  }
  const { kind } = await stateOf(assignment);
  const isNew = kind === 'missing' || flags.again === true;
  const kept = isNew ? await writeProgram(assignment) : undefined;
  if (flags.watch) {
    await (kind === 'changed' ? undefined : tellTask(assignment, isNew ? 'written' : 'as given', kept, flags, session));
    const { watchProgram } = await import('./watch.js');
    return watchProgram(assignment, { flags, session, interrupts });
  }
  if (!isNew && kind === 'changed') {
    return checkOnce(assignment, { flags, session, interrupts });
  }
  await tellTask(assignment, isNew ? 'written' : 'as given', kept, flags, session);
  return isNew ? EXIT.well : EXIT.failed;
}

async function tellTask(assignment: Assignment, kind: 'written' | 'as given', kept: string | undefined, flags: ExerciseFlags, session: Session): Promise<void> {
  if (flags.json) {
    await write(session.io.stdout, `${asJson(assignment, kind === 'written' ? { state: kind, kept } : { state: kind })}\n`);
    return;
  }
  const drawn = await drawingFor(session);
  const drawing: Drawing = { ...drawn, style: { ...drawn.style, plain: flags.plain === true } };
  const situation = { kind, kept, where: await whereToChange(assignment), commands: commandsFor(assignment, flags, session) };
  const title = `Exercise: ${assignment.lesson.title} (in ${nameOf(assignment.runtime)})`;
  await print(joined([[title], taskLines(assignment, drawing), fileLines(assignment, situation, drawing)]), session);
}

function commandsFor(assignment: Assignment, flags: ExerciseFlags, session: Session) {
  const { shown, runtime, exercise: { startMethod } } = assignment;
  const method = runtime === 'python' && startMethod !== undefined ? ` --start-method ${startMethod}` : '';
  return [
    { command: commandFor(assignment, flags, session), does: 'checks it' },
    { command: `${session.prefix}mp-tutor demo ${shellWord(isAbsolute(shown) ? shown : `./${shown}`)}${method}`, does: 'shows it running' },
    { command: commandFor(assignment, flags, session, ' --solution'), does: 'prints a solution' },
  ];
}

/** Ctrl-C ends what runs; the exit code then tells so. */
async function interruptible(act: (interrupts: Interrupts) => Promise<number>): Promise<number> {
  const interrupts = listenForInterrupts();
  try {
    return await act(interrupts);
  } catch (error) {
    if (interrupts.exitCode !== undefined) {
      throw new Interrupted(interrupts.exitCode);
    }
    throw error;
  } finally {
    interrupts.stopListening();
  }
}
