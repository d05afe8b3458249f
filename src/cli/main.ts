import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addDemo } from './demo/command.js';
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
  // Whoever reads our output may leave, as `head` does; those who write hear of it.
  stdout.on('error', () => {});
  stderr.on('error', () => {});
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
    .exitOverride();
  addDemo(program, io, (code) => {
    exitCode = code;
  });
  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.well;
  }
  await program.parseAsync(argv, { from: 'user' });
  return exitCode;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return String((JSON.parse(readFileSync(file, 'utf8')) as { version: unknown }).version);
}
