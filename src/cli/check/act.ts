import { describeProblem, type Problem } from '../../course/index.js';
import { clean, toJson, wrap, write } from '../../terminal/index.js';
import { EXIT, UsageError } from '../exit.js';
import { counted } from '../figures.js';
import { decideOutput, type Io } from '../io.js';
import { type Checked, readChecked } from './checked.js';
import { countsOf, describeCounts, describeCoverage, describeMinutes, minutesByLesson } from './report.js';

export interface CheckFlags {
  readonly json?: boolean;
  readonly prove?: boolean;
  /** With `prove`: ids of claims, lessons and questions. */
  readonly only?: readonly string[];
  readonly trust?: boolean;
  readonly plain?: boolean;
  readonly color?: boolean;
}

/** `check`. @returns the exit code: 1 if there are problems, or claims that are not proved, or with `prove` none that holds; UsageError if there is nothing of that name */
export async function check(path: string | undefined, flags: CheckFlags, io: Io): Promise<number> {
  if (!flags.prove && (flags.only !== undefined || flags.trust)) {
    throw new UsageError(`${flags.trust ? '--trust' : '--only'} is about what is run: use it with --prove.`);
  }
  const checked = await readChecked(path);
  if (flags.prove) {
    const { checkProofs } = await import('./prove/act.js');
    return checkProofs(checked, flags, io);
  }
  const { name, content, problems } = checked;
  if (flags.json) {
    await write(io.stdout, `${toJson({ ...headOf(checked), problems: problemsOf(problems) })}\n`);
  } else if (problems.length === 0) {
    const minutes = describeMinutes(content);
    const lines = [
      `${clean(name)}: nothing is wrong. ${describeCounts(countsOf(content))}.`,
      `${describeCoverage(content)}.`,
      ...(minutes === '' ? [] : [`${minutes}.`]),
    ];
    const { terminal, columns } = decideOutput(io, flags).capabilities;
    await write(io.stdout, `${lines.flatMap((line) => (terminal ? wrap(line, columns - 1) : [line])).join('\n')}\n`);
  } else {
    await tellProblems(checked, io);
  }
  return problems.length === 0 ? EXIT.well : EXIT.failed;
}

/** What was checked, and what there is in it, for JSON. */
export function headOf({ name, content }: Checked): object {
  return { checked: name, ...countsOf(content), minutes: minutesByLesson(content) };
}

/** The same for what is wrong. */
export function problemsOf(problems: readonly Problem[]): object[] {
  return problems.map(({ place, wrong, mend, breaks }) => ({ ...place, wrong, mend, breaks }));
}

/** One problem a line; how many they are is not on the standard output. */
export async function tellProblems({ name, problems }: Checked, io: Io): Promise<void> {
  const lines = problems.map((problem) => clean(describeProblem(problem, process.cwd())));
  await write(io.stdout, `${lines.join('\n')}\n`);
  await write(io.stderr, `${clean(name)}: ${counted(problems.length, 'problem')}.\n`);
}
