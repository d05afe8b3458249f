import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Demo, demos } from '../../demos/catalogue/index.js';
import type { Io } from '../io.js';
import { runtimeOption, runtimeOptionOf, startMethodOption } from './runtime.js';
import { settingOptions } from './settings.js';

const EXAMPLES = `
Examples:
  $ mp-tutor demo                         list the demos
  $ mp-tutor demo pool                    watch three workers share nine tasks
  $ mp-tutor demo pool --kill 2           what if a task kills its worker?
  $ mp-tutor demo pool --runtime both     the same in Node and in Python, side by side
  $ mp-tutor demo queue --plain | less    one event a line
  $ mp-tutor demo pipe --json             one trace event a line, the facts last
  $ mp-tutor demo pool --eject my         the program, to change it: node my/pool.mjs
  $ mp-tutor demo ./my_program.py         your own program: does it end, and if not, who waits for whom?
  $ mp-tutor demo ./my_program.py --start-method spawn --limit 5 -- its arguments`;

const LONGEST_LIMIT_SECONDS = 3600;

/** Completes `demo`: its options, and below it a command for each demo. What they do is loaded when it is done. */
export function completeDemo(command: Command, io: Io, setExitCode: (code: number) => void): void {
  command
    .addOption(runtimeOption())
    .addOption(startMethodOption())
    .addOption(limit())
    .addOption(new Option('--stdout <kind>', 'what the standard output of your program is (as ours is, by default)').choices(['terminal', 'pipe']))
    .addOption(plain())
    .addOption(json())
    .addOption(trace())
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, args: readonly string[], _own: unknown, self: Command) => {
      const { aboutAll } = await import('./act.js');
      setExitCode(await aboutAll(name, args, self.optsWithGlobals(), io));
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
    .addOption(runtimeOptionOf(demo))
    .addOption(startMethodOption())
    .addOption(plain())
    .addOption(json())
    .addOption(trace())
    .option('--source', 'print the program and end')
    .option('--eject <folder>', 'write the program, as JavaScript or Python that you can run and change, and end')
    .action(async (_own: unknown, self: Command) => {
      const { aboutOne } = await import('./act.js');
      setExitCode(await aboutOne(demo, self.optsWithGlobals(), io));
    });
}

function limit(): Option {
  return new Option('--limit <seconds>', `your program is ended after so long (up to ${LONGEST_LIMIT_SECONDS}, 10 by default)`).argParser((text) => {
    const seconds = Number(text);
    if (text.trim() === '' || !(seconds > 0 && seconds <= LONGEST_LIMIT_SECONDS)) {
      throw new InvalidArgumentError(`It must be a number of seconds above 0, up to ${LONGEST_LIMIT_SECONDS}.`);
    }
    return seconds;
  });
}

function trace(): Option {
  return new Option('--trace <file>', 'write the trace for Perfetto (https://ui.perfetto.dev) and chrome://tracing');
}

function plain(): Option {
  return new Option('--plain', 'one event a line, for pipes and screen readers (without a terminal: always)');
}

function json(): Option {
  return new Option('--json', 'one trace event a line, and last an object with the facts').conflicts('plain');
}
