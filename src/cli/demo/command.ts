import { Command, Option } from 'commander';
import { closestMatch } from 'leven';
import { demos, type Demo, type Values } from '../../demos/catalogue/index.js';
import { capabilities, pad, write } from '../../terminal/index.js';
import { EXIT, UsageError } from '../exit.js';
import { listenForInterrupts } from '../interrupts.js';
import { decideOutput, type Io, type OutputFlags } from '../io.js';
import { eject } from './eject.js';
import { sourceOf } from './files.js';
import { complete, settingOptions } from './settings.js';

interface Flags extends OutputFlags, Values {
  readonly all?: boolean;
  readonly source?: boolean;
  readonly eject?: string;
  readonly trace?: string;
}

const EXAMPLES = `
Examples:
  $ mp-tutor demo                         list the demos
  $ mp-tutor demo pool                    watch three workers share nine tasks
  $ mp-tutor demo pool --kill 2           what if a task kills its worker?
  $ mp-tutor demo queue --plain | less    one event a line
  $ mp-tutor demo pipe --json             one trace event a line, the facts last
  $ mp-tutor demo pool --eject my         the program, to change it: node my/pool.mjs`;

/** `demo`, and a command below it for each demo. */
export function demoCommand(io: Io, setExitCode: (code: number) => void): Command {
  const command = new Command('demo')
    .description('watch real processes at work')
    .usage('[name] [options]')
    .argument('[name]', 'one of the demos below')
    .option('--all', 'play all demos, one after the other')
    .addOption(plain())
    .addOption(json())
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, _own: unknown, self: Command) => {
      const flags = self.optsWithGlobals<Flags>();
      if (name !== undefined) {
        throw unknownDemo(name);
      }
      setExitCode(flags.all ? await playAll(flags, io) : await list(flags, io));
    });
  for (const demo of demos) {
    command.addCommand(oneDemo(demo, io, setExitCode), {});
  }
  return command;
}

function oneDemo(demo: Demo, io: Io, setExitCode: (code: number) => void): Command {
  const command = new Command(demo.name).description(demo.summary);
  for (const option of settingOptions(demo)) {
    command.addOption(option);
  }
  return command
    .addOption(plain())
    .addOption(json())
    .option('--trace <file>', 'write the trace for Perfetto (https://ui.perfetto.dev) and chrome://tracing')
    .option('--source', 'print the program and end')
    .option('--eject <folder>', 'write the program as JavaScript that you can run and change, and end')
    .action(async (_own: unknown, self: Command) => {
      setExitCode(await act(demo, self.optsWithGlobals<Flags>(), io));
    });
}

function plain(): Option {
  return new Option('--plain', 'one event a line, for pipes and screen readers (without a terminal: always)');
}

function json(): Option {
  return new Option('--json', 'one trace event a line, and last an object with the facts').conflicts('plain');
}

function unknownDemo(name: string): UsageError {
  const names = demos.map((demo) => demo.name);
  const near = closestMatch(name, names, { maxDistance: 3 });
  const hint = near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`;
  return new UsageError(`there is no demo "${name}". ${hint}`);
}

async function list(flags: Flags, io: Io): Promise<number> {
  if (flags.json) {
    const all = demos.map(({ name, summary, settings }) => ({ name, summary, settings }));
    await write(io.stdout, `${JSON.stringify(all)}\n`);
    return EXIT.well;
  }
  const { wrap } = await import('../../terminal/index.js');
  const can = capabilities(io.stdout, io.env, flags);
  const lines = demos.flatMap(({ name, summary }) => wrap(summary, can.columns - 1, ` ${pad(name, 14)}`));
  await write(io.stdout, ` Each demo starts real processes.\n\n${lines.join('\n')}\n\n Play one: mp-tutor demo pool   all: mp-tutor demo --all\n`);
  return EXIT.well;
}

async function act(demo: Demo, flags: Flags, io: Io): Promise<number> {
  if (flags.source) {
    await write(io.stdout, await sourceOf(demo.name));
    return EXIT.well;
  }
  if (flags.eject !== undefined) {
    const file = await eject(demo.name, flags.eject);
    await write(io.stdout, `Wrote ${file}. Run it with: node ${file}\n`);
    return EXIT.well;
  }
  return playOne(demo, flags, io);
}

async function playAll(flags: Flags, io: Io): Promise<number> {
  for (const demo of demos) {
    const code = await playOne(demo, flags, io);
    if (code !== EXIT.well) {
      return code;
    }
  }
  return EXIT.well;
}

/** What it needs is loaded only now: the help shall not wait for it. */
async function playOne(demo: Demo, flags: Flags, io: Io): Promise<number> {
  const values = complete(demo, flags);
  const { play } = await import('./play.js');
  const interrupts = listenForInterrupts();
  try {
    return await play(demo, values, { io, output: decideOutput(io, flags), interrupts, trace: flags.trace });
  } finally {
    interrupts.stopListening();
  }
}
