import { type Command, Option } from 'commander';
import { demos, type Demo } from '../../demos/catalogue/index.js';
import type { Io } from '../io.js';
import { settingOptions } from './settings.js';

const EXAMPLES = `
Examples:
  $ mp-tutor demo                         list the demos
  $ mp-tutor demo pool                    watch three workers share nine tasks
  $ mp-tutor demo pool --kill 2           what if a task kills its worker?
  $ mp-tutor demo queue --plain | less    one event a line
  $ mp-tutor demo pipe --json             one trace event a line, the facts last
  $ mp-tutor demo pool --eject my         the program, to change it: node my/pool.mjs`;

/** Adds `demo`, and below it a command for each demo. What they do is loaded when it is done: help need not wait for it. */
export function addDemo(program: Command, io: Io, setExitCode: (code: number) => void): void {
  const command = program
    .command('demo')
    .description('watch real processes at work')
    .usage('[name] [options]')
    .argument('[name]', 'one of the demos below')
    .option('--all', 'play all demos, one after the other')
    .addOption(plain())
    .addOption(json())
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, _own: unknown, self: Command) => {
      const { aboutAll } = await import('./act.js');
      setExitCode(await aboutAll(name, self.optsWithGlobals(), io));
    });
  for (const demo of demos) {
    addOne(command, demo, io, setExitCode);
  }
}

function addOne(parent: Command, demo: Demo, io: Io, setExitCode: (code: number) => void): void {
  const command = parent.command(demo.name).description(demo.summary);
  for (const option of settingOptions(demo)) {
    command.addOption(option);
  }
  command
    .addOption(plain())
    .addOption(json())
    .option('--trace <file>', 'write the trace for Perfetto (https://ui.perfetto.dev) and chrome://tracing')
    .option('--source', 'print the program and end')
    .option('--eject <folder>', 'write the program as JavaScript that you can run and change, and end')
    .action(async (_own: unknown, self: Command) => {
      const { aboutOne } = await import('./act.js');
      setExitCode(await aboutOne(demo, self.optsWithGlobals(), io));
    });
}

function plain(): Option {
  return new Option('--plain', 'one event a line, for pipes and screen readers (without a terminal: always)');
}

function json(): Option {
  return new Option('--json', 'one trace event a line, and last an object with the facts').conflicts('plain');
}
