import type { Command } from 'commander';
import type { Io } from '../io.js';

const EXAMPLES = `
Examples:
  $ mp-tutor progress                    lessons read, scores by topic, what is weak
  $ mp-tutor progress --json             the same as one JSON object
  $ mp-tutor progress reset              forget it all, after asking`;

/** Adds `progress` and, below it, `reset`. */
export function addProgress(program: Command, io: Io, setExitCode: (code: number) => void): void {
  const command = program
    .command('progress')
    .description('how far you are, and what to do next')
    .option('--json', 'as one JSON object')
    .option('--lessons <dir>', 'in another course')
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments()
    .action(async (_own: unknown, self: Command) => {
      const [unknown] = self.args;
      if (unknown !== undefined) {
        self.error(`error: there is no command progress ${unknown}. Did you mean reset?`);
      }
      const { progress } = await import('./act.js');
      setExitCode(await progress(self.optsWithGlobals(), io));
    });
  command
    .command('reset')
    .description('forget what was read and answered in the course')
    .option('--yes', 'without asking')
    .option('--lessons <dir>', 'in another course')
    .action(async (_own: unknown, self: Command) => {
      const { reset } = await import('./reset.js');
      setExitCode(await reset(self.optsWithGlobals(), io));
    });
}
