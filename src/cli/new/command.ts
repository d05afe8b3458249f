import type { Command } from 'commander';
import type { Io } from '../io.js';

const EXAMPLES = `
Examples:
  $ mp-tutor new lesson my-first                  my-first.md, in the folder \`lessons\` if it is here
  $ mp-tutor learn my-first.md --watch            see it while you write
  $ mp-tutor new lesson pipes --lessons course    course/pipes.md`;

/** Adds `new lesson`. */
export function addNew(program: Command, io: Io, setExitCode: (code: number) => void): void {
  program
    .command('new')
    .description('for teachers: begin a lesson')
    .addHelpText('after', EXAMPLES)
    .command('lesson')
    .description('write a lesson to begin with, which has no problems')
    .argument('<id>', 'its id and the name of its file: small letters, digits and hyphens')
    .option('--lessons <dir>', 'the folder to write it to')
    .action(async (id: string, _own: unknown, self: Command) => {
      const { newLessonFile } = await import('./act.js');
      setExitCode(await newLessonFile(id, self.optsWithGlobals(), io));
    });
}
