import { type Command, Option } from 'commander';
import type { Io } from '../io.js';

const EXAMPLES = `
Examples:
  $ mp-tutor check                  the folder \`lessons\` here, else this folder, else the built-in course
  $ mp-tutor check my-course        every problem, one a line: file:line:column
  $ mp-tutor check my/lesson.md     one lesson alone
  $ mp-tutor check --json           the same as one JSON object
  $ mp-tutor check --prove          run what proves each claim, and say which hold
  $ mp-tutor check my/lesson.md --prove --only claim-at-most-three`;

/** Adds `check`. */
export function addCheck(program: Command, io: Io, setExitCode: (code: number) => void): void {
  program
    .command('check')
    .description('for teachers: find what is wrong with lessons')
    .argument('[path]', 'the folder of a course, or the file of a lesson')
    .option('--json', 'as one JSON object')
    .option('--prove', 'run the proofs of all claims too')
    .addOption(new Option('--only <id>', 'with --prove: one claim, lesson or question; may be repeated').argParser(collect))
    .option('--trust', 'with --prove: run the programs of another course')
    .option('--plain', 'with --prove: one line a claim, for pipes and screen readers')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, _own: unknown, self: Command) => {
      const { check } = await import('./act.js');
      setExitCode(await check(path, self.optsWithGlobals(), io));
    });
}

function collect(id: string, before: readonly string[] = []): string[] {
  return [...before, id];
}
