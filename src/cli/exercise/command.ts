import { type Command, Option } from 'commander';
import type { Io } from '../io.js';
import { FOLDER } from './folder.js';

const EXAMPLES = `
Examples:
  $ mp-tutor exercise                         list the exercises, and which are solved
  $ mp-tutor exercise queue                   write its program, and say what to change
  $ mp-tutor exercise queue                   once more: run what you made of it, and check it
  $ mp-tutor exercise queue --watch           check it each time that you save it
  $ mp-tutor exercise queue --runtime node    the same in JavaScript
  $ mp-tutor exercise queue --again           begin anew; what you have is kept beside it
  $ mp-tutor exercise queue --solution        print a program that passes`;

/** Adds `exercise`. What it does is loaded when it is done: help need not wait for it. */
export function addExercise(program: Command, io: Io, setExitCode: (code: number) => void): void {
  program
    .command('exercise')
    .description('change a program until its processes do what is asked for, and have that checked')
    .argument('[lesson]', "a lesson's name or number")
    .addOption(new Option('--runtime <name>', 'in which language, where there are two').choices(['python', 'node']))
    .option('--folder <folder>', `where the programs are kept (default: ${FOLDER})`)
    .addOption(new Option('--again', 'write the program as it was at first; yours is kept beside it').conflicts(['solution', 'watch']))
    .addOption(new Option('--solution', 'print a program that passes, and end').conflicts(['watch', 'json']))
    .addOption(new Option('--watch', 'check it each time that it is saved, until Ctrl-C').conflicts('json'))
    .option('--json', 'one object')
    .option('--plain', 'words in place of signs, for pipes and screen readers')
    .option('--lessons <folder>', 'the exercises of another course')
    .option('--trust', 'run the programs of another course without asking')
    .addHelpText('after', EXAMPLES)
    .action(async (lesson: string | undefined, _own: unknown, self: Command) => {
      const { exercise } = await import('./act.js');
      setExitCode(await exercise(lesson, self.optsWithGlobals(), io));
    });
}
