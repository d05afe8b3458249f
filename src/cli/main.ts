import { Command } from 'commander';
import { addCheck } from './check/command.js';
import { addDemo } from './demo/command.js';
import { EXIT, explainError } from './exit.js';
import type { Io } from './io.js';
import { addExercise } from './exercise/command.js';
import { addLearn } from './learn/command.js';
import { addNew } from './new/command.js';
import { addProgress } from './progress/command.js';
import { addQuiz } from './quiz/command.js';
import { version } from './version.js';

const EXAMPLES = `
Examples:
  $ mp-tutor                  at a terminal: a menu of what there is
  $ mp-tutor learn            the next lesson: predict, see the real run, read the answer
  $ mp-tutor exercise         programs to change until their processes do what is asked for
  $ mp-tutor demo pool        watch workers share their tasks
  $ mp-tutor quiz             processes or threads? ten questions
  $ mp-tutor help learn       all about lessons`;

/** Runs the command line and sets the exit code: 0 well, 1 failed, 2 bad usage, 128 and the signal when interrupted. */
export async function main(argv: readonly string[]): Promise<void> {
  const { stdout, stderr, env } = process;
  const io: Io = {
    // Opened by those that read it.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    env,
  };
  // Whoever reads our output may leave, as `head` does; those who write hear of it.
  stdout.on('error', () => {});
  stderr.on('error', () => {});
  const complaints: string[] = [];
  try {
    process.exitCode = await run(argv, io, (text) => complaints.push(text));
  } catch (error) {
    process.exitCode = await explainError(error, io, complaints.join(''));
  }
}

/** @param complain - is given what commander says of its errors */
async function run(argv: readonly string[], io: Io, complain: (text: string) => void): Promise<number> {
  let exitCode: number = EXIT.well;
  const program = new Command('mp-tutor')
    .description('Learn multiprocessing by watching real processes on your own machine.')
    .version(version(), '-V, --version', 'print the version')
    .option('--no-color', 'use no colour (also: NO_COLOR=1)')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', EXAMPLES)
    .configureOutput({ writeErr: complain })
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride();
  const setExitCode = (code: number): void => {
    exitCode = code;
  };
  addLearn(program, io, setExitCode);
  addExercise(program, io, setExitCode);
  const demo = addDemo(program);
  if (argv.includes(demo.name())) {
    const { completeDemo } = await import('./demo/options.js');
    completeDemo(demo, io, setExitCode);
  }
  for (const add of [addQuiz, addProgress, addCheck, addNew]) {
    add(program, io, setExitCode);
  }
  if (argv.every((argument) => argument === '--no-color')) {
    return atHome(program, argv.length === 0 ? io : withoutColour(io));
  }
  await program.parseAsync(argv, { from: 'user' });
  return exitCode;
}

/** A menu for somebody who can choose from it; otherwise help. */
async function atHome(program: Command, io: Io): Promise<number> {
  const { decideOutput } = await import('./io.js');
  if (decideOutput(io, {}).view !== 'live') {
    program.outputHelp();
    return EXIT.well;
  }
  const { home } = await import('./home/home.js');
  return home(io);
}

/** All that the menu leads to is without colour too. */
function withoutColour(io: Io): Io {
  return { ...io, env: { ...io.env, NO_COLOR: '1', FORCE_COLOR: undefined } };
}
