import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { demoCommand } from './demo/command.js';
import { EXIT, explainError } from './exit.js';
import type { Io } from './io.js';

const EXAMPLES = `
Examples:
  $ mp-tutor demo pool        watch workers share their tasks
  $ mp-tutor demo             list the demos
  $ mp-tutor help demo        all about demos`;

/** Runs the command line and sets the exit code: 0 well, 1 failed, 2 bad usage, 128 and the signal when interrupted. */
export async function main(argv: readonly string[]): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  const io: Io = { stdin, stdout, stderr, env };
  try {
    process.exitCode = await run(argv, io);
  } catch (error) {
    process.exitCode = await explainError(error, io);
  }
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.well;
  const program = new Command('mp-tutor')
    .description('Learn multiprocessing by watching real processes on your own machine.')
    .version(version(), '-V, --version', 'print the version')
    .option('--no-color', 'use no colour (also: NO_COLOR=1)')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(--help shows what there is)')
    .addCommand(demoCommand(io, (code) => {
      exitCode = code;
    }));
  inherit(program);
  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.well;
  }
  await program.parseAsync(argv, { from: 'user' });
  return exitCode;
}

/** Commands that are added whole do not take these settings over from the program. */
function inherit(program: Command): void {
  program.exitOverride();
  for (const command of program.commands) {
    command.copyInheritedSettings(program);
    inherit(command);
  }
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return String((JSON.parse(readFileSync(file, 'utf8')) as { version: unknown }).version);
}
