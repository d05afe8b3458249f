import { relative } from 'node:path';
import { type Capabilities, paint, present, toJson, wrap, write } from '../../../terminal/index.js';
import { counted } from '../../figures.js';
import type { Io } from '../../io.js';
import { headOf, problemsOf } from '../act.js';
import type { Checked } from '../checked.js';
import { exerciseJson, machineJson, verdictJson } from './json.js';
import type { Proved } from './proved.js';
import { type Row, rowsOf } from './row.js';
import { reasonLines, skippedLines, unprovedLines } from './summary.js';
import { verdictTable } from './table.js';
import { countQuestions, countVerdicts, duration, provesSomething, standings } from './words.js';

/** What has been asked for, and what has been told already. */
export interface Telling {
  /** Claims were named: each is explained, and the questions of the course are not counted. */
  readonly isPart: boolean;
  /** The reason of each verdict has been told as it came. */
  readonly isTold: boolean;
}

/** What came of it, for people. */
export async function tellProved(proved: Proved, checked: Checked, { isPart, isTold }: Telling, io: Io, capabilities: Capabilities): Promise<void> {
  const columns = capabilities.columns - 1;
  const paints = paint(capabilities.colour);
  const rows = rowsOf(proved.verdicts, proved.exercises);
  const lines = [
    ...(rows.length > 0 ? ['', ...verdictTable(rows, columns, paints)] : []),
    ...(isPart && !isTold ? ['', ...rows.flatMap((row) => reasonLines(row, placeOf(row), columns, paints))] : []),
    ...(isPart ? [] : [...unprovedLines(rows, placeOf, columns, paints), ...skippedLines(rows, columns, paints)]),
    '',
    ...totals(proved, checked, isPart).flatMap((line) => wrap(line, columns)),
  ];
  await write(io.stdout, `${present(lines, capabilities).join('\n')}\n`);
}

/** The same for programs. */
export async function tellProvedAsJson({ verdicts, exercises, broken, runs, elapsedMs, machine }: Proved, checked: Checked, io: Io): Promise<void> {
  await write(io.stdout, `${toJson({
    ...headOf(checked),
    problems: problemsOf(checked.problems),
    machine: machineJson(machine),
    seconds: Number((elapsedMs / 1000).toFixed(1)),
    runs,
    broken: broken.claims,
    brokenExercises: broken.exercises,
    standings: standings(questionsOf(checked), verdicts, checked.isLesson),
    verdicts: verdicts.map(verdictJson),
    exerciseVerdicts: exercises.map(exerciseJson),
  })}\n`);
}

function totals({ verdicts, exercises, broken, runs, elapsedMs }: Proved, checked: Checked, isPart: boolean): string[] {
  const counts = [
    ...(verdicts.length > 0 || exercises.length === 0 ? [countVerdicts(verdicts, 'claim')] : []),
    ...(exercises.length > 0 ? [countVerdicts(exercises, 'exercise')] : []),
  ];
  return [
    `${counts.join('. ')}. ${counted(runs, 'run')} in ${duration(elapsedMs)}.`,
    ...(broken.claims > 0 ? [`${counted(broken.claims, 'claim')} that cannot be read: not proved.`] : []),
    ...(broken.exercises > 0 ? [`${counted(broken.exercises, 'exercise')} that cannot be read: not proved.`] : []),
    ...(provesSomething([...verdicts, ...exercises]) ? [] : ['Nothing was proved.']),
    ...(isPart ? [] : [`${countQuestions(questionsOf(checked), verdicts, checked.isLesson)}.`]),
  ];
}

function questionsOf({ content }: Checked): Checked['content']['lessons'][number]['questions'] {
  return content.lessons.flatMap((lesson) => lesson.questions);
}

function placeOf({ id, place }: Row): string {
  return `${relative(process.cwd(), place.file)}:${place.line}  ${id}`;
}
