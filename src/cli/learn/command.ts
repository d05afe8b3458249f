import { type Command, Option } from 'commander';
import type { Io } from '../io.js';

const EXAMPLES = `
Examples:
  $ mp-tutor learn                          go on where you left off, or begin
  $ mp-tutor learn pool                     one lesson
  $ mp-tutor learn --list                   all lessons, and how far you are
  $ mp-tutor learn pool --plain | less      the whole lesson as text
  $ mp-tutor learn pool --plain --run       with the real run in it, a line for each event
  $ mp-tutor learn --lessons my-course      another course
  $ mp-tutor learn my-lesson.md --watch     preview a lesson while you write it`;

/** Adds `learn`. What it does is loaded when it is done: help need not wait for it. */
export function addLearn(program: Command, io: Io, setExitCode: (code: number) => void): void {
  program
    .command('learn')
    .description('lessons: a question, your prediction, the real run, the answer')
    .argument('[lesson]', "a lesson's name or number, or the file of one")
    .option('--list', 'list the lessons')
    .addOption(new Option('--plain', 'print the whole lesson, for pipes and screen readers').conflicts('watch'))
    .addOption(new Option('--run', 'with --plain: carry the run out too').implies({ plain: true }).conflicts(['list', 'watch']))
    .addOption(new Option('--json', 'with --list: as JSON').implies({ list: true }).conflicts('plain'))
    .addOption(new Option('--watch', 'show a file as a lesson, again whenever it changes').conflicts('list'))
    .option('--lessons <folder>', 'the lessons of another course')
    .addOption(new Option('--lang <language>', 'which code to show where there are two; remembered').choices(['python', 'js', 'both']))
    .option('--trust', 'run the programs of another course without asking')
    .addHelpText('after', EXAMPLES)
    .action(async (lesson: string | undefined, _own: unknown, self: Command) => {
      const { learn } = await import('./act.js');
      setExitCode(await learn(lesson, self.optsWithGlobals(), io));
    });
}
