import type { Command } from 'commander';
import type { Io } from '../io.js';

const EXAMPLES = `
Examples:
  $ mp-tutor progress                    lessons read, what is known of each topic, what is due
  $ mp-tutor progress --json             the same as one JSON object
  $ mp-tutor progress export mine.json   everything, to be imported on another machine
  $ mp-tutor progress export mine.csv    a table of the answers
  $ mp-tutor progress import mine.json   adds what is not there yet
  $ mp-tutor progress reset              forget it all, after asking`;

/** Adds `progress` and, below it, `export`, `import` and `reset`. */
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
        self.error(`error: there is no command progress ${unknown}. There are export, import and reset.`);
      }
      const { progress } = await import('./act.js');
      setExitCode(await progress(self.optsWithGlobals(), io));
    });
  command
    .command('export')
    .description('write what was read and answered to a file: .json holds everything, .csv the answers')
    .argument('<file>', 'a new file')
    .option('--lessons <dir>', 'of another course')
    .action(async (file: string, _own: unknown, self: Command) => {
      const { exportProgress } = await import('./export.js');
      setExitCode(await exportProgress(file, self.optsWithGlobals(), io));
    });
  command
    .command('import')
    .description('add what such a file has and is not there yet; nothing is taken away')
    .argument('<file>', 'as export wrote it')
    .option('--lessons <dir>', 'of another course')
    .action(async (file: string, _own: unknown, self: Command) => {
      const { importProgress } = await import('./import.js');
      setExitCode(await importProgress(file, self.optsWithGlobals(), io));
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
